/** Watches this machine for devices that come and go. */
package ridscope.live;
