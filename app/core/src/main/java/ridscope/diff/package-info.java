/** What differs between two readings of a host, or between two hosts: functions matched by place and identity, then compared. */
package ridscope.diff;
