/** Every word the window says. */
package ridscope.desktop.l10n;
