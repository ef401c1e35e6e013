package ridscope.draw.layout.siov;

import java.util.List;
import java.util.stream.Collectors;
import ridscope.draw.diagram.Diagram;
import ridscope.draw.diagram.Role;
import ridscope.draw.diagram.TextStyle;
import ridscope.draw.layout.TextMetrics;
import ridscope.plan.PfRids;
import ridscope.ridmap.IovPlacement;

/** The whole figure: (a) to scale, (b) Routing ID by Routing ID, formulas, verdicts, legend. Used once. */
public final class SiovFigure {

    static final double WIDTH = 1040;
    static final double MARGIN = 12;

    /** Left of the axes, for the names of the lanes. */
    static final double GUTTER = 84;

    private static final double LINE = 16;
    private static final double GAP = 14;

    private final Draft draft;
    private final PfRids rids;
    private final String name;

    /** @param name of the PF; may be empty */
    public SiovFigure(TextMetrics metrics, PfRids rids, String name) {
        this.draft = new Draft(metrics);
        this.rids = rids;
        this.name = name;
    }

    /** @param legend whether the signs that occur are explained */
    public Diagram diagram(boolean legend) {
        double y = heading("scale", "(a)  to scale", MARGIN + 10);
        y = new Overview(draft, rids).draw(y) + GAP;
        y = heading("strip", "(b)  Routing ID by Routing ID; gaps are left out", y + 10);
        y = new Strip(draft, rids).draw(y) + GAP;
        y = formulas(y + 4);
        y = verdicts(y + 6);
        if (legend) {
            y = new Legend(draft).draw(MARGIN, y + 4, WIDTH - MARGIN);
        }
        return new Diagram("siov", title(), WIDTH, Math.ceil(y + MARGIN), draft.marks());
    }

    private String title() {
        String what = rids.placements().stream()
                .map(p -> Words.count(p, p.rids().count()))
                .collect(Collectors.joining(", "));
        return "Routing IDs of PF " + rids.pf() + (name.isEmpty() ? "" : " · " + name) + " · " + what;
    }

    private double heading(String id, String text, double y) {
        draft.text("heading-" + id, Draft.Pen.start(TextStyle.BODY_BOLD, Role.TEXT), MARGIN, y, text);
        return y + 6;
    }

    /** The rule in words, then with the numbers of this PF. */
    private double formulas(double top) {
        double y = top;
        double column = 0;
        for (IovPlacement placement : rids.placements()) {
            column = Math.max(column, draft.width(TextStyle.BODY, Words.rule(placement)));
        }
        for (IovPlacement placement : rids.placements()) {
            String id = "formula-" + (Words.sdi(placement) ? "sdi" : "vf");
            y += LINE;
            draft.text(id, Draft.Pen.start(TextStyle.BODY, Role.TEXT), MARGIN, y, Words.rule(placement));
            draft.text(
                    id + "-numbers",
                    Draft.Pen.start(TextStyle.MONO, Role.TEXT),
                    MARGIN + column + 12,
                    y,
                    Words.numbers(placement));
        }
        return y;
    }

    private double verdicts(double top) {
        double y = top;
        List<Words.Verdict> verdicts = Words.verdicts(rids);
        for (int i = 0; i < verdicts.size(); i++) {
            y += LINE;
            Words.Verdict verdict = verdicts.get(i);
            Role role = verdict.wrong() ? Role.CONFLICT : Role.TEXT;
            String text = draft.fit(TextStyle.BODY, verdict.text(), WIDTH - 2 * MARGIN);
            draft.text("verdict-" + i, Draft.Pen.start(TextStyle.BODY, role), MARGIN, y, text);
        }
        return y + 8;
    }
}
