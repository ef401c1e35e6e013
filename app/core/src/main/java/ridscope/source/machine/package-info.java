/** Machines that do not exist yet: a short text describes them, and what it says becomes registers. */
package ridscope.source.machine;
