/** Diagrams as lines of text that a person can compare. */
package ridscope.draw.text;
