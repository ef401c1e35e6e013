/** The launcher, the application and the place where its services are put together. */
package ridscope.desktop;
