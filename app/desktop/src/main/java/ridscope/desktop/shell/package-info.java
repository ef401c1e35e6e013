/** The window: menus, toolbar, views side by side, status bar. */
package ridscope.desktop.shell;
