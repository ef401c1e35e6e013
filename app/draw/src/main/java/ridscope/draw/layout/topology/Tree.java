package ridscope.draw.layout.topology;

import java.util.List;
import java.util.Optional;
import ridscope.draw.diagram.Ink;
import ridscope.draw.diagram.MarkId;
import ridscope.draw.diagram.Role;
import ridscope.draw.diagram.Target;
import ridscope.topology.PciFunction;

/** What the picture shows, before anybody knows where: panels of hosts, hosts of rows, rows of blocks, blocks of rows or cards. */
final class Tree {

    private Tree() {}

    /**
     * A NUMA node, a segment, or the buses nobody decodes.
     *
     * @param note words under the title; may be empty
     */
    record Panel(MarkId id, String title, String note, List<Host> hosts) {}

    /**
     * A host bridge, or a bus that no host bridge decodes.
     *
     * @param segment where the picture has several, as {@code 0003}
     * @param lines below the title, such as {@code buses [00-3f]}
     * @param own the host bridge's function on its own root bus, where it has one
     * @param rows in address order, other functions of the root bus as a grid last
     * @param folded whether all that is left out; empty when there is nothing to fold
     */
    record Host(
            MarkId id,
            Optional<String> segment,
            String title,
            List<String> lines,
            Target target,
            String tooltip,
            boolean known,
            Optional<FunctionCard> own,
            List<Row> rows,
            Optional<Boolean> folded) {

        /** The first of its buses. */
        int bus() {
            return ((Target.OfBuses) target).buses().first();
        }
    }

    /** One line of a host's, a switch's ports. */
    sealed interface Row {}

    /**
     * A port with what hangs below it; without a port: something that sits on the bus itself.
     *
     * @param folded whether that is left out; empty when there is nothing to fold
     */
    record PortRow(Optional<PciFunction> port, Wiring wiring, List<Block> blocks, Optional<Boolean> folded)
            implements Row {

        /** A row without a port. */
        PortRow(Block block) {
            this(Optional.empty(), Wiring.PLAIN, List.of(block), Optional.empty());
        }
    }

    /** Ports that are not drawn one by one; with nothing in the fold: what folds those below it again. */
    record FoldRow(Fold fold) implements Row {}

    /** Plain functions of a root bus as chips. */
    record GridRow(MarkId id, List<Card> chips) implements Row {}

    /** What stands at the right end of a wire. */
    sealed interface Block {}

    /**
     * A switch as one thing.
     *
     * @param folded whether its downstream ports are left out; empty when there is nothing to fold
     */
    record SwitchBlock(PciFunction upstream, String title, String range, List<Row> rows, Optional<Boolean> folded)
            implements Block {}

    /**
     * Any other bridge below a port, with its own bus to the right.
     *
     * @param folded whether that is left out; empty when there is nothing to fold
     */
    record BridgeBlock(PciFunction bridge, String caption, Wiring wiring, List<Block> blocks, Optional<Boolean> folded)
            implements Block {}

    /**
     * The functions of one device.
     *
     * @param slot what to write on the frame of its slot
     * @param folded whether only its first function is drawn; empty when there is nothing to fold
     */
    record DeviceBlock(MarkId id, Optional<String> slot, List<Card> cards, Optional<Boolean> folded) implements Block {}

    /**
     * Nothing: an empty slot, a reserved bus range.
     *
     * @param title the slot; empty when there is none, then the text is all there is
     */
    record EmptyBlock(MarkId id, Role role, String title, String text, Target target, String tooltip)
            implements Block {}

    /**
     * What a folded node leaves out.
     *
     * @param likeness equal for those that hide as much
     * @param wrong whether errors or warnings are among it
     * @param node the host bridge's buses or the bridge's function
     * @param functions in no particular order, VFs of the model included
     */
    record HiddenBlock(MarkId id, String text, String likeness, boolean wrong, Target node, List<PciFunction> functions)
            implements Block {}

    /** A function, or a fold among functions. */
    sealed interface Card {}

    /**
     * @param lines below the address
     * @param words remarks below the card, each about something wrong
     */
    record FunctionCard(
            PciFunction function,
            Role role,
            Role stripe,
            List<String> lines,
            List<Stack> stacks,
            List<Remark> words,
            String tooltip)
            implements Card {}

    /** Functions that are not drawn one by one. */
    record FoldCard(Fold fold) implements Card {}

    /**
     * Several functions behind one mark.
     *
     * @param functions what is inside, in address order; empty when it is unfolded
     * @param node what to unfold or fold again: a run, or a device by its first function
     */
    record Fold(MarkId id, String text, String tooltip, List<PciFunction> functions, Target node) {

        boolean open() {
            return functions.isEmpty();
        }

        /** A run has no other mark that stands for it; a device has its first function. */
        Target target() {
            return node instanceof Target.OfRun ? node : new Target.OfHandle(node);
        }
    }

    /**
     * VFs or SDIs of a PF.
     *
     * @param existing VFs that exist as functions of the model: selecting one selects a mark of this stack
     * @param opened cards shown one by one; empty when closed
     * @param rest what the last card says when not all are shown
     */
    record Stack(
            MarkId id,
            Role role,
            Ink ink,
            String text,
            Target target,
            String tooltip,
            List<PciFunction> existing,
            List<OpenCard> opened,
            Optional<String> rest) {}

    /** One VF or SDI of an opened stack. */
    record OpenCard(MarkId id, Role role, Ink ink, String address, String text, Target target, String tooltip) {}

    /**
     * What a wire says.
     *
     * @param text above the wire; may be empty
     * @param remark behind or below it; may be empty
     * @param detail what is said from close by; may be empty
     * @param role LINK, CONFLICT when slower than it could be, WARNING for bad data, MUTED when down
     */
    record Wiring(String text, String remark, Role role, Ink ink, double thickness, String tooltip, String detail) {

        /** Nothing more to say from close by. */
        Wiring(String text, String remark, Role role, Ink ink, double thickness, String tooltip) {
            this(text, remark, role, ink, thickness, tooltip, "");
        }

        /** A wire about which nothing is known. */
        static final Wiring PLAIN = new Wiring("", "", Role.LINK, Ink.PLAIN, 1.2, "");

        /** The same wire with another meaning. */
        Wiring as(Role other) {
            return new Wiring(text, remark, other, ink, thickness, tooltip, detail);
        }

        Wiring withRemark(String more) {
            String all = remark.isEmpty() ? more : remark + " · " + more;
            return new Wiring(text, all, role, ink, thickness, tooltip, detail);
        }

        Wiring withDetail(String more) {
            return new Wiring(text, remark, role, ink, thickness, tooltip, more);
        }
    }
}
