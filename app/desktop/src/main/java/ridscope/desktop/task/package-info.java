/** The only place that starts threads or crosses them. */
package ridscope.desktop.task;
