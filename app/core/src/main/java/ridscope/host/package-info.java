/** Raw facts about one host, as a source read them; nothing here is interpreted. */
package ridscope.host;
