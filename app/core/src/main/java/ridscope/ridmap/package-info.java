/** Who owns which of the 65,536 Routing IDs of a segment, and which buses are routed where. */
package ridscope.ridmap;
