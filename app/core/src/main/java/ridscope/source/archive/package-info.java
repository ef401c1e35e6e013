/** Archives and compressed files, read as streams and never unpacked to disk. The only place for Commons Compress and xz. */
package ridscope.source.archive;
