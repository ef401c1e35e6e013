/** The command line: one class per word. */
package ridscope.cli;
