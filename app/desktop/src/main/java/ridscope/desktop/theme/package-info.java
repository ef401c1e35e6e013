/** Style sheets, fonts and palettes of a theme. */
package ridscope.desktop.theme;
