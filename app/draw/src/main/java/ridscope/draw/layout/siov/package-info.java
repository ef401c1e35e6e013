/** The figure of one PF's Routing IDs: the axis to scale, the axis Routing ID by Routing ID with gaps, formulas, verdicts. */
package ridscope.draw.layout.siov;
