/** A laid-out topology as a graph that can be edited. */
package ridscope.draw.graph;
