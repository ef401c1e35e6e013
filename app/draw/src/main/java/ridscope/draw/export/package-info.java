/** Pictures as files: a frame with title and caption, the format by the file's ending, written completely or not at all. */
package ridscope.draw.export;
