/** What names that the Linux kernel gives mean; shared by the readers that meet them, knows none of them. */
package ridscope.source.kernel;
