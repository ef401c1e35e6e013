/** What Linux would make of other wishes: VFs, SDIs, options; the numbers before and after, and why they do not suffice. */
package ridscope.desktop.busplan;
