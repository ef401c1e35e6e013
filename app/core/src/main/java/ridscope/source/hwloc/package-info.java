/** Reads topologies that hwloc exported as XML ({@code lstopo --of xml}), formats of hwloc 1, 2 and 3. */
package ridscope.source.hwloc;
