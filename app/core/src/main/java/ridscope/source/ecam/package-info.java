/** Reads raw images of PCI Express configuration space, as memory dumps of an ECAM (MMCONFIG) window give them. */
package ridscope.source.ecam;
