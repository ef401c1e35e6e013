/** What is written about a model for people and scripts: text tree and JSON. */
package ridscope.report;
