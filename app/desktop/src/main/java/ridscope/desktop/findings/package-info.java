/** What the rules say about the host that is open. */
package ridscope.desktop.findings;
