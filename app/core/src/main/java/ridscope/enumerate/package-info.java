/** The only place that turns raw facts into a model. */
package ridscope.enumerate;
