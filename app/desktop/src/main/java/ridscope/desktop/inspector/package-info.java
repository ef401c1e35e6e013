/** Everything about the selected thing, each value with its source. */
package ridscope.desktop.inspector;
