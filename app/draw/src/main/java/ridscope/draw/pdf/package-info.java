/** Pictures as PDF: vectors, text that can be searched and copied, the bundled fonts embedded. */
package ridscope.draw.pdf;
