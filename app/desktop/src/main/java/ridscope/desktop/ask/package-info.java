/** The box that answers who owns a Routing ID. */
package ridscope.desktop.ask;
