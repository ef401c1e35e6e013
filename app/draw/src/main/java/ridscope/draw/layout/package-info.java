/** Turns topology and RID maps into diagrams. */
package ridscope.draw.layout;
