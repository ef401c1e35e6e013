/** What can be isolated from what: effective ACS and the IOMMU groups that Linux makes of it. */
package ridscope.isolation;
