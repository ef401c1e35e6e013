/** What tests of views share. */
package ridscope.desktop.testing;
