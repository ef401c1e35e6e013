/** The bundled fonts (IBM Plex, under the Open Font License) and their metrics, read without AWT or any toolkit. */
package ridscope.draw.fonts;
