package ridscope.host;

import java.util.List;
import java.util.OptionalInt;

/** Puts together what two sources say of one function: each fact from the first, where it knows it, else from the second. */
public final class FactsMerge {

    private FactsMerge() {}

    /** Facts of the operating system. Lists are taken whole: a list of one source is complete in itself. */
    public static OsFacts of(OsFacts a, OsFacts b) {
        return new OsFacts(
                identity(a.identity(), b.identity()),
                place(a.place(), b.place()),
                a.buses().or(b::buses),
                a.link().or(b::link),
                sriov(a.sriov(), b.sriov()),
                a.driver().or(b::driver),
                either(a.devices(), b.devices()),
                either(a.resources(), b.resources()),
                state(a.state(), b.state()),
                names(a.names(), b.names()));
    }

    /** What was printed of registers. The lines are those of the source that printed more of them. */
    public static Listing of(Listing a, Listing b) {
        return new Listing(
                either(a.layout(), b.layout()),
                a.bridge().or(b::bridge),
                a.capabilities().or(b::capabilities),
                a.express().or(b::express),
                a.ari().or(b::ari),
                a.acs().or(b::acs),
                a.sriov().or(b::sriov),
                a.siov().or(b::siov),
                a.lines().size() >= b.lines().size() ? a.lines() : b.lines());
    }

    private static OsFacts.Identity identity(OsFacts.Identity a, OsFacts.Identity b) {
        return new OsFacts.Identity(
                either(a.vendor(), b.vendor()),
                either(a.device(), b.device()),
                either(a.subsystemVendor(), b.subsystemVendor()),
                either(a.subsystemDevice(), b.subsystemDevice()),
                either(a.classCode(), b.classCode()),
                either(a.shortClass(), b.shortClass()),
                either(a.revision(), b.revision()));
    }

    private static OsFacts.Place place(OsFacts.Place a, OsFacts.Place b) {
        return new OsFacts.Place(
                a.parent().or(b::parent),
                a.slot().or(b::slot),
                either(a.numaNode(), b.numaNode()),
                either(a.iommuGroup(), b.iommuGroup()),
                a.ariEnabled().or(b::ariEnabled));
    }

    private static OsFacts.SrIovAttributes sriov(OsFacts.SrIovAttributes a, OsFacts.SrIovAttributes b) {
        return new OsFacts.SrIovAttributes(
                either(a.totalVfs(), b.totalVfs()),
                either(a.numVfs(), b.numVfs()),
                either(a.offset(), b.offset()),
                either(a.stride(), b.stride()),
                either(a.vfDevice(), b.vfDevice()),
                a.physicalFunction().or(b::physicalFunction),
                a.virtualFunctions().isEmpty() ? b.virtualFunctions() : a.virtualFunctions());
    }

    private static OsFacts.State state(OsFacts.State a, OsFacts.State b) {
        return new OsFacts.State(
                a.power().or(b::power),
                a.runtime().or(b::runtime),
                either(a.vectors(), b.vectors()),
                either(a.vfMsixTotal(), b.vfMsixTotal()));
    }

    private static OsFacts.Names names(OsFacts.Names a, OsFacts.Names b) {
        return new OsFacts.Names(
                a.vendor().or(b::vendor),
                a.device().or(b::device),
                a.subsystem().or(b::subsystem));
    }

    private static OptionalInt either(OptionalInt a, OptionalInt b) {
        return a.isPresent() ? a : b;
    }

    private static <T> List<T> either(List<T> a, List<T> b) {
        return a.isEmpty() ? b : a;
    }
}
