package ridscope.diff;

import java.util.List;
import java.util.Optional;
import ridscope.config.BridgeBuses;
import ridscope.rid.FunctionAddress;

/** One difference, told once: what follows from a cause is listed with it. Addresses are the old ones unless it says otherwise. */
public sealed interface Change {

    /**
     * What differs of the host as a whole.
     *
     * @param facts at least one
     */
    record HostChanged(List<FactChange> facts) implements Change {
        public HostChanged {
            facts = List.copyOf(facts);
        }
    }

    /**
     * A root bus has another number, or its segment has.
     *
     * @param before the old number
     * @param after the new number
     * @param with functions that have another address for this reason alone, bridges below it included
     */
    record RenumberedRoot(RootBusKey before, RootBusKey after, List<FunctionAddress> with) implements Change {
        public RenumberedRoot {
            with = List.copyOf(with);
        }
    }

    /**
     * A bridge that stayed where it was forwards other buses.
     *
     * @param bridge its old address
     * @param now its new address, the same
     * @param before the old bus numbers
     * @param after the new ones
     * @param with functions that have another address for this reason alone
     */
    record RenumberedBridge(
            FunctionAddress bridge,
            FunctionAddress now,
            BridgeBuses before,
            BridgeBuses after,
            List<FunctionAddress> with)
            implements Change {
        public RenumberedBridge {
            with = List.copyOf(with);
        }
    }

    /**
     * A device sits elsewhere: below another port, or at another device number.
     *
     * @param function its first function
     * @param now where that is
     * @param basis why it is taken for the same
     * @param from the slot it was in, where known
     * @param to the slot it is in
     * @param with its other functions, and all that came along below it
     */
    record Moved(
            FunctionAddress function,
            FunctionAddress now,
            Basis basis,
            Optional<String> from,
            Optional<String> to,
            List<FunctionAddress> with)
            implements Change {
        public Moved {
            with = List.copyOf(with);
        }
    }

    /**
     * A PF has another number of VFs.
     *
     * @param pf its old address
     * @param now its new address
     * @param before VFs that were enabled
     * @param after VFs that are
     * @param gone addresses of VFs that are no longer there
     * @param appeared new addresses of VFs that were not there
     */
    record VfsChanged(
            FunctionAddress pf,
            FunctionAddress now,
            int before,
            int after,
            List<FunctionAddress> gone,
            List<FunctionAddress> appeared)
            implements Change {
        public VfsChanged {
            gone = List.copyOf(gone);
            appeared = List.copyOf(appeared);
        }
    }

    /**
     * A device that is no longer there.
     *
     * @param function its first function
     * @param replacedBy new address of what sits in its place
     * @param with its other functions of the same kind, its VFs, and all that went with it below
     */
    record Gone(FunctionAddress function, Optional<FunctionAddress> replacedBy, List<FunctionAddress> with)
            implements Change {
        public Gone {
            with = List.copyOf(with);
        }
    }

    /**
     * A device that was not there.
     *
     * @param function new address of its first function
     * @param replaces old address of what sat in its place
     * @param with new addresses of its other functions of the same kind, its VFs, and all below
     */
    record New(FunctionAddress function, Optional<FunctionAddress> replaces, List<FunctionAddress> with)
            implements Change {
        public New {
            with = List.copyOf(with);
        }
    }

    /**
     * A function that both have, of which something else differs.
     *
     * @param function its old address
     * @param now its new address
     * @param facts at least one
     */
    record Changed(FunctionAddress function, FunctionAddress now, List<FactChange> facts) implements Change {
        public Changed {
            facts = List.copyOf(facts);
        }
    }
}
