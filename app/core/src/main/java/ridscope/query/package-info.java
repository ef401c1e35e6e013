/** What users type to ask about a host. */
package ridscope.query;
