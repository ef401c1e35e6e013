/** The tree of functions to the left. */
package ridscope.desktop.outline;
