package ridscope.source.archive;

import ridscope.source.Selection;

/** Wants all files whole. */
final class Everything implements Selection {

    @Override
    public Worth of(String path) {
        return Worth.LOOK;
    }

    @Override
    public boolean wants(String path, byte[] start) {
        return true;
    }
}
