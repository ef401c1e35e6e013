/** The map of a segment's Routing IDs. */
package ridscope.desktop.ridmap;
