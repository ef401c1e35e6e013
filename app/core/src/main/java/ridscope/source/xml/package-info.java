/** Reading XML that nobody vouches for; shared by the readers of XML formats, knows none of them. */
package ridscope.source.xml;
