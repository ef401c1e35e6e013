package ridscope.query;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import ridscope.config.CapabilityList;
import ridscope.config.CapabilityList.Walked;
import ridscope.config.LinkSpeed;
import ridscope.config.SiovCapability;
import ridscope.config.SrIovCapability;
import ridscope.topology.LinkEnd;
import ridscope.topology.PciFunction;
import ridscope.topology.Role;

/** Conditions that registers decide, so that they are unknown where those could not be read. */
final class Registers {

    /** A name may stand for several capabilities; one that is there decides. */
    Verdict capability(PciFunction f, Operand.Capabilities wanted) {
        Verdict any = Verdict.NO;
        for (CapabilityId id : wanted.ids()) {
            any = any.or(capability(f, id));
        }
        return any;
    }

    private static Verdict capability(PciFunction f, CapabilityId id) {
        CapabilityList list = f.capabilities();
        boolean told = id.extended()
                && (id.id() == SrIovCapability.ID && f.sriov().isPresent()
                        || id.id() == SiovCapability.ID && f.siov().isPresent());
        if (told || list.capabilities().stream().anyMatch(id::is)) {
            return Verdict.YES;
        }
        Walked walked = id.extended() ? list.extended() : list.standard();
        return walked == Walked.UNKNOWN ? Verdict.unknown(Gap.CAPABILITIES) : Verdict.NO;
    }

    Verdict role(PciFunction f, String role) {
        Role is = f.role();
        return switch (role) {
            case "bridge" -> Verdict.of(is.bridge());
            case "port" ->
                decided(f, true, is == Role.ROOT_PORT || is == Role.UPSTREAM_PORT || is == Role.DOWNSTREAM_PORT);
            case "switch" -> decided(f, true, is == Role.UPSTREAM_PORT || is == Role.DOWNSTREAM_PORT);
            case "pf" -> pf(f);
            case "vf" -> vf(f);
            default -> decided(f, bridge(role), is.id().equals(role));
        };
    }

    private static boolean bridge(String role) {
        for (Role known : Role.values()) {
            if (known.id().equals(role)) {
                return known.bridge();
            }
        }
        return false;
    }

    /** Of a function whose kind is not known it is known at least whether it is a bridge. */
    private static Verdict decided(PciFunction f, boolean bridge, boolean is) {
        return !f.role().known() && f.role().bridge() == bridge ? Verdict.unknown(Gap.ROLE) : Verdict.of(is);
    }

    private static Verdict pf(PciFunction f) {
        if (f.physicalFunction()) {
            return Verdict.YES;
        }
        return own(f) && (f.vfsUnknown() || f.sdisUnknown()) ? Verdict.unknown(Gap.CAPABILITIES) : Verdict.NO;
    }

    /** A VF whose PF could not be read looks like any other function. */
    private static Verdict vf(PciFunction f) {
        if (f.virtual().isPresent()) {
            return Verdict.YES;
        }
        boolean hidden = own(f) && f.capabilities().extended() == Walked.UNKNOWN;
        return hidden ? Verdict.unknown(Gap.CAPABILITIES) : Verdict.NO;
    }

    /** Neither a bridge nor a VF, which have neither VFs nor SDIs. */
    private static boolean own(PciFunction f) {
        return f.virtual().isEmpty() && !f.role().bridge();
    }

    Verdict vfs(PciFunction f, Operator operator, Operand operand) {
        OptionalInt enabled = f.sriov().map(s -> OptionalInt.of(s.enabledVfs())).orElse(none(own(f) && f.vfsUnknown()));
        return count(enabled, operator, operand);
    }

    Verdict totalVfs(PciFunction f, Operator operator, Operand operand) {
        OptionalInt total = f.sriov().map(s -> OptionalInt.of(s.totalVfs())).orElse(none(own(f) && f.vfsUnknown()));
        return count(total, operator, operand);
    }

    Verdict sdis(PciFunction f, Operator operator, Operand operand) {
        OptionalInt total =
                f.siov().map(s -> OptionalInt.of(s.capability().totalSdis())).orElse(none(own(f) && f.sdisUnknown()));
        return count(total, operator, operand);
    }

    private static OptionalInt none(boolean unknown) {
        return unknown ? OptionalInt.empty() : OptionalInt.of(0);
    }

    private static Verdict count(OptionalInt value, Operator operator, Operand operand) {
        return value.isEmpty()
                ? Verdict.unknown(Gap.CAPABILITIES)
                : Evaluation.compare(value.getAsInt(), operator, operand);
    }

    Verdict width(PciFunction f, Operator operator, Operand operand) {
        Optional<LinkEnd> end = end(f);
        return link(
                f,
                wide(end.map(LinkEnd::width).orElse(OptionalInt.empty())),
                wide(end.map(LinkEnd::maxWidth).orElse(OptionalInt.empty())),
                operator,
                operand);
    }

    Verdict speed(PciFunction f, Operator operator, Operand operand) {
        Optional<LinkEnd> end = end(f);
        boolean down = end.filter(e -> e.width().isPresent() && !e.up()).isPresent();
        return link(
                f,
                down ? OptionalLong.of(0) : code(end.flatMap(LinkEnd::speed)),
                code(end.flatMap(LinkEnd::maxSpeed)),
                operator,
                operand);
    }

    /** The function's own end; a VF has none of its own. */
    private static Optional<LinkEnd> end(PciFunction f) {
        return f.express().link().filter(e -> f.virtual().isEmpty());
    }

    private static OptionalLong wide(OptionalInt value) {
        return value.isPresent() ? OptionalLong.of(value.getAsInt()) : OptionalLong.empty();
    }

    private static OptionalLong code(Optional<LinkSpeed> speed) {
        return speed.filter(LinkSpeed::known)
                .map(s -> OptionalLong.of(s.code()))
                .orElse(OptionalLong.empty());
    }

    /** A link that is down has neither speed nor width: it is below nothing, and only {@code width=0} is true of it. */
    private static Verdict link(
            PciFunction f, OptionalLong now, OptionalLong most, Operator operator, Operand operand) {
        if (now.isEmpty()) {
            return mayHaveLink(f) ? Verdict.unknown(Gap.LINK) : Verdict.NO;
        }
        if (now.getAsLong() == 0) {
            return Verdict.of(operator == Operator.EQUAL && operand.equals(new Operand.Amount(0)));
        }
        if (!(operand instanceof Operand.Maximum)) {
            return Evaluation.compare(now.getAsLong(), operator, operand);
        }
        return most.isEmpty()
                ? Verdict.unknown(Gap.LINK)
                : Verdict.of(operator.holds(now.getAsLong(), most.getAsLong()));
    }

    private static boolean mayHaveLink(PciFunction f) {
        Role role = f.role();
        boolean endpoint = role == Role.ENDPOINT
                || role == Role.LEGACY_ENDPOINT
                || role == Role.UPSTREAM_PORT
                || role == Role.PCIE_TO_PCI_BRIDGE;
        return f.virtual().isEmpty() && (endpoint || role.downstreamPort() || !role.known());
    }

    /** Whether it may be the port of a slot, for all that its registers tell. */
    static boolean mayHideSlot(PciFunction f) {
        return f.role().bridge() && f.capabilities().standard() == Walked.UNKNOWN;
    }
}
