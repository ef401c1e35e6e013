package ridscope.diff;

/** Why two functions, one of each host, are taken for the same. */
public enum Basis {
    /** Same place, counted in ports from the root, and the same kind of device. */
    PATH,
    /** Same Device Serial Number, which nothing else on either host has. */
    SERIAL_NUMBER,
    /** Same slot, behind another port, and the same kind of device. */
    SLOT,
    /** The only one of its kind that is missing, and the only one that appeared: likely, but nothing proves it. */
    KIND,
    /** VF of the same PF with the same index. */
    VF_INDEX
}
