/** RIDscope's own snapshot format: lossless, versioned JSON. The only package that sees the JSON library here. */
package ridscope.source.json;
