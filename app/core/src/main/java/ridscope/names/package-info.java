/** Names of vendors, devices and classes. */
package ridscope.names;
