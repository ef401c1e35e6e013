/** What a picture consists of: marks with identity and role, without colours, fonts or a toolkit. */
package ridscope.draw.diagram;
