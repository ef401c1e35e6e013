/** The one selection that every view shows. No toolkit beyond observable values. */
package ridscope.desktop.selection;
