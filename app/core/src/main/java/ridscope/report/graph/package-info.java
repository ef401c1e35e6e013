/** A host as a graph, and the languages that graphs are written in. */
package ridscope.report.graph;
