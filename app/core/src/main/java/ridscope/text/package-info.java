/** Words and numbers: parsing, messages, diagnostics. Depends on nothing of ours. */
package ridscope.text;
