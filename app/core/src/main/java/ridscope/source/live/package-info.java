/** Reads this machine, with plain file access and no native code. */
package ridscope.source.live;
