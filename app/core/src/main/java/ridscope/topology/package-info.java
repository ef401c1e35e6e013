/** The immutable model of a host: segments, host bridges, buses, functions, switches, links. */
package ridscope.topology;
