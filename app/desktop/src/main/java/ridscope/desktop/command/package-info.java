/** What a user can do: one declaration per command. */
package ridscope.desktop.command;
