/** What the window remembers from one start to the next. */
package ridscope.desktop.settings;
