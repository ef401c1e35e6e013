/** Bugs, put into words that can be copied into a report. */
package ridscope.desktop.error;
