package ridscope.draw.layout.topology;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import ridscope.draw.diagram.Role;
import ridscope.draw.diagram.TextStyle;
import ridscope.draw.layout.TextMetrics;

/** How wide boxes and gaps must be for what is written in and on them. */
final class ColumnNeeds {

    private record Gap(int from, int to) {}

    private final TextMetrics metrics;
    private final boolean handles;
    private final double portWidth;
    private final List<Double> levels = new ArrayList<>();
    private final Map<Gap, Double> gaps = new HashMap<>();
    private final NavigableSet<Integer> deviceColumns = new TreeSet<>();
    private double cardWidth = Sizes.CARD_MIN;
    private double stackWidth;
    private double chipWidth;
    private double widestEmpty;
    private double widestWord;
    private int gridChips;
    private int common;
    private int deepest;

    ColumnNeeds(List<Tree.Panel> panels, TextMetrics metrics, boolean handles) {
        this.metrics = metrics;
        this.handles = handles;
        portWidth = Math.ceil(metrics.width(TextStyle.MONO, "00:00.0")) + (handles ? 34 : 24);
        level(0, Sizes.HOST_MIN);
        List<Tree.Host> hosts = panels.stream().flatMap(p -> p.hosts().stream()).toList();
        for (Tree.Host host : hosts) {
            for (Tree.Row row : host.rows()) {
                int depth = Columns.depth(row);
                deepest = Math.max(deepest, depth);
                common = depth <= Sizes.COMMON_LEVELS ? Math.max(common, depth) : common;
            }
        }
        for (Tree.Host host : hosts) {
            host(host);
        }
    }

    private void host(Tree.Host host) {
        double text = metrics.width(TextStyle.BODY_BOLD, host.title());
        for (String line : host.lines()) {
            text = Math.max(text, metrics.width(TextStyle.MONO_SMALL, line));
        }
        level(0, Math.ceil(text) + 2 * Sizes.HOST_PAD + (handles ? Sizes.HANDLE / 2 : 0));
        host.own().ifPresent(own -> level(0, ownWidth(own) + 2 * Sizes.HOST_PAD));
        for (Tree.Row row : host.rows()) {
            row(row, 0, Math.max(common, Columns.depth(row)) + 1);
        }
    }

    private double ownWidth(Tree.FunctionCard own) {
        double text = metrics.width(TextStyle.MONO_SMALL, "00:00.0")
                + metrics.width(TextStyle.SMALL, own.lines().get(0));
        return Math.min(Math.ceil(text) + 18, Sizes.OWN_MAX);
    }

    private void level(int level, double width) {
        while (levels.size() <= level) {
            levels.add(0.0);
        }
        levels.set(level, Math.max(levels.get(level), width));
    }

    private void row(Tree.Row row, int level, int deviceColumn) {
        if (row instanceof Tree.PortRow p) {
            wire(p.wiring(), p.blocks(), level, deviceColumn);
        } else if (row instanceof Tree.FoldRow f) {
            double text =
                    Math.ceil(metrics.width(TextStyle.SMALL, f.fold().text())) + 12 + (handles ? Sizes.HANDLE : 0);
            level(level, level == 0 ? text + 2 * Sizes.HOST_PAD : 0);
        } else if (row instanceof Tree.GridRow g) {
            gridChips = Math.max(gridChips, g.chips().size());
            g.chips().forEach(this::chip);
        }
    }

    private void wire(Tree.Wiring wiring, List<Tree.Block> blocks, int level, int deviceColumn) {
        int nearest = deviceColumn;
        for (Tree.Block block : blocks) {
            boolean bridge = block instanceof Tree.SwitchBlock || block instanceof Tree.BridgeBlock;
            nearest = bridge ? level + 1 : nearest;
            block(block, level + 1, deviceColumn);
        }
        TextStyle style = style(wiring);
        double text = Math.max(metrics.width(style, wiring.text()), metrics.width(style, wiring.remark()));
        double need = text == 0 ? Sizes.GAP_MIN : Math.ceil(text) + 2 * Sizes.LABEL_PAD;
        need = Math.max(Sizes.GAP_MIN, need + (blocks.size() > 1 ? Sizes.TRUNK : 0));
        gaps.merge(new Gap(level, nearest), Math.min(need, Sizes.GAP_MAX), Math::max);
    }

    /** What is wrong is written bold. */
    static TextStyle style(Tree.Wiring wiring) {
        return wiring.role() == Role.CONFLICT ? TextStyle.BODY_BOLD : TextStyle.SMALL;
    }

    private void block(Tree.Block block, int level, int deviceColumn) {
        if (block instanceof Tree.SwitchBlock s) {
            double title =
                    metrics.width(TextStyle.BODY_BOLD, s.title()) + metrics.width(TextStyle.MONO_SMALL, s.range()) + 30;
            double ports = 2 * (Sizes.SWITCH_PAD + portWidth) + Sizes.SWITCH_GUT;
            level(level, Math.max(ports, Math.min(Math.ceil(title), Sizes.SWITCH_MAX)));
            s.rows().forEach(r -> row(r, level, deviceColumn));
        } else if (block instanceof Tree.BridgeBlock b) {
            level(level, bridgeWidth(b));
            wire(b.wiring(), b.blocks(), level, deviceColumn);
        } else if (block instanceof Tree.DeviceBlock d) {
            deviceColumns.add(deviceColumn);
            d.cards().forEach(this::card);
        } else if (block instanceof Tree.EmptyBlock e) {
            deviceColumns.add(deviceColumn);
            widestEmpty = Math.max(widestEmpty, emptyWidth(e));
        } else if (block instanceof Tree.HiddenBlock h) {
            deviceColumns.add(deviceColumn);
            widestEmpty = Math.max(widestEmpty, hiddenWidth(h));
        }
    }

    double bridgeWidth(Tree.BridgeBlock block) {
        return Math.max(portWidth, Math.ceil(metrics.width(TextStyle.SMALL, block.caption())) + 16);
    }

    double emptyWidth(Tree.EmptyBlock block) {
        double text = Math.max(
                metrics.width(TextStyle.BODY_BOLD, block.title()), metrics.width(TextStyle.SMALL, block.text()));
        return Math.min(Math.ceil(text) + Sizes.TEXT_INSET + 8, Sizes.EMPTY_MAX);
    }

    /** With the cards behind the front one. */
    double hiddenWidth(Tree.HiddenBlock block) {
        double text = Math.ceil(metrics.width(TextStyle.SMALL, block.text()));
        return Math.min(text, Sizes.FOLDED_MAX) + 18 + Sizes.STACK_BEHIND;
    }

    private void card(Tree.Card card) {
        if (card instanceof Tree.FoldCard f) {
            wideCard(metrics.width(TextStyle.SMALL, f.fold().text()) + (handles ? Sizes.HANDLE : 0));
        } else if (card instanceof Tree.FunctionCard f) {
            wideCard(metrics.width(TextStyle.MONO_BOLD, "00:00.0"));
            f.lines().forEach(l -> wideCard(metrics.width(TextStyle.SMALL, l)));
            f.stacks().forEach(this::stack);
            f.words().forEach(w -> widestWord = Math.max(widestWord, metrics.width(TextStyle.BODY_BOLD, w.text())));
        }
    }

    private void wideCard(double text) {
        cardWidth = Math.max(cardWidth, Math.min(Math.ceil(text) + Sizes.TEXT_INSET + 9, Sizes.CARD_MAX));
    }

    private void stack(Tree.Stack stack) {
        double text = metrics.width(TextStyle.SMALL, stack.text());
        for (Tree.OpenCard card : stack.opened()) {
            text = Math.max(text, openWidth(card));
        }
        double width = Math.ceil(text) + 18 + Sizes.STACK_BEHIND;
        stackWidth = Math.max(Math.max(stackWidth, Sizes.STACK_MIN), Math.min(width, 2 * Sizes.STACK_MIN));
    }

    private double openWidth(Tree.OpenCard card) {
        return metrics.width(TextStyle.MONO_SMALL, card.address()) + 6 + metrics.width(TextStyle.SMALL, card.text());
    }

    private void chip(Tree.Card card) {
        double text = card instanceof Tree.FunctionCard f
                ? metrics.width(TextStyle.MONO_SMALL, "00:00.0")
                        + 6
                        + metrics.width(TextStyle.SMALL, f.lines().get(0))
                : metrics.width(TextStyle.SMALL, ((Tree.FoldCard) card).fold().text()) + (handles ? Sizes.HANDLE : 0);
        chipWidth = Math.max(chipWidth, Math.min(Math.ceil(text) + 20, Sizes.CHIP_MAX));
    }

    /** How many columns there are behind column 0. */
    int columns() {
        return Math.max(deepest, common) + 1;
    }

    /** The leftmost place for a column, given those before it. */
    double earliest(int column, double[] x) {
        double at = x[column - 1] + levelWidth(column - 1) + Sizes.GAP_MIN;
        for (Map.Entry<Gap, Double> gap : gaps.entrySet()) {
            if (gap.getKey().to() == column) {
                int from = gap.getKey().from();
                at = Math.max(at, x[from] + levelWidth(from) + gap.getValue());
            }
        }
        return at;
    }

    double levelWidth(int level) {
        return level < levels.size() ? levels.get(level) : 0;
    }

    int common() {
        return common;
    }

    NavigableSet<Integer> deviceColumns() {
        return deviceColumns;
    }

    double portWidth() {
        return portWidth;
    }

    double cardWidth() {
        return cardWidth;
    }

    double stackWidth() {
        return stackWidth;
    }

    double chipWidth() {
        return chipWidth;
    }

    double widestEmpty() {
        return widestEmpty;
    }

    /** Room for the words below a card, a cross before them. */
    double wordRoom() {
        return widestWord == 0 ? 0 : Sizes.WORD_INSET + Math.min(Math.ceil(widestWord), Sizes.WORD_MAX);
    }

    int gridChips() {
        return gridChips;
    }
}
