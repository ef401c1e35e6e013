/** Shows a diagram in the window: painting, zooming, walking, selecting. */
package ridscope.desktop.canvas;
