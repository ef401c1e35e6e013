/** Reads node devices as libvirt prints them ({@code virsh nodedev-dumpxml}), one or many. */
package ridscope.source.libvirt;
