/** Writing files so that a failure loses nothing. Depends on nothing of ours. */
package ridscope.file;
