/** Addresses of PCI functions and the arithmetic of Routing IDs. Depends on nothing of ours. */
package ridscope.rid;
