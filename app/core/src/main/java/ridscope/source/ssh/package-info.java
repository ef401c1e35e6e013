/** Reading another host through the system's ssh client. The only package that starts processes. */
package ridscope.source.ssh;
