/** A tiny language for synthetic hosts, shared by the tests of all modules. */
package ridscope.testing;
