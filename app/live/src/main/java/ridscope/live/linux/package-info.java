/** Functions of the C library as they are: handles, bytes and errno, without any meaning. */
package ridscope.live.linux;
