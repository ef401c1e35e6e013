/** Reading outside formats into snapshots: what to read, who recognises it, and errors in words. */
package ridscope.source;
