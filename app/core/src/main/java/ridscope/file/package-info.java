/** Files: trees of them to read, wherever they lie, and writing one so that a failure loses nothing. Depends on nothing of ours. */
package ridscope.file;
