/** What differs between the host that is open and another one, or another state of it. */
package ridscope.desktop.compare;
