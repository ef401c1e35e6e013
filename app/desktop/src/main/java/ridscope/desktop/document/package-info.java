/** What the window shows: one opened host with everything computed from it. */
package ridscope.desktop.document;
