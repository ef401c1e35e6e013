/** Tables of a host and the formats that they are written in. */
package ridscope.report.table;
