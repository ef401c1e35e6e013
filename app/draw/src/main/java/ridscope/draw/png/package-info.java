/** Diagrams as PNG, drawn by AWT without a display. */
package ridscope.draw.png;
