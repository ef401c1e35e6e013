/** Reads the PCI part of a sysfs tree, wherever the tree lies. */
package ridscope.source.sysfs;
