/** Reads what {@code lspci -x}, {@code -xxx} and {@code -xxxx} print: the bytes, and the text between them. */
package ridscope.source.lspci;
