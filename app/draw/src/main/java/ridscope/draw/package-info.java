/** Diagrams of a topology. One package for each step: diagram, layout, paint, and a surface per file format. */
package ridscope.draw;
