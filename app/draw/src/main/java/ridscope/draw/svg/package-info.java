/** Diagrams as SVG. No AWT here: an SVG must not pay for its start-up. */
package ridscope.draw.svg;
