/**
 * Registers down to bit fields, described by one small text resource per capability. {@code resources/…/layout/README.txt}
 * says how to write one; nothing else has to change for a capability to be decoded.
 */
package ridscope.config.layout;
