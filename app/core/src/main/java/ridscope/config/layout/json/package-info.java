/** Register layouts that users write: JSON files in their settings folder. Nothing in them can stop the program. */
package ridscope.config.layout.json;
