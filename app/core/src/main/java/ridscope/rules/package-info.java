/** What is wrong, wasted or worth knowing about a host: one class per rule, each named after its id. */
package ridscope.rules;
