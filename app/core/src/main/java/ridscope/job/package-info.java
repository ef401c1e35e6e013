/** Long work that can report progress and be cancelled. Depends on nothing of ours. */
package ridscope.job;
