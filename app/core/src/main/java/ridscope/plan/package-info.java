/** What Linux would do with the bus numbers of a host: the numbers of every bridge under wishes, what fits, and what fails first. */
package ridscope.plan;
