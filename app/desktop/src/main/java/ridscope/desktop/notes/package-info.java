/** Notes and bookmarks on the functions of a host, found again when bus numbers change. */
package ridscope.desktop.notes;
