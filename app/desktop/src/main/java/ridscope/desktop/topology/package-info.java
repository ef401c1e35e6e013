/** The picture of what is plugged where. */
package ridscope.desktop.topology;
