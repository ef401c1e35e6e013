/** JSON as all reports write it. */
package ridscope.report.json;
