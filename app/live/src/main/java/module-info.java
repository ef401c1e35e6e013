/** Hot-plug events of this machine. The only module with native code, and nothing needs it to be there. */
module ridscope.live {
    requires com.sun.jna;
    requires ridscope.core;

    // JNA calls the mapped functions through a proxy of this package.
    opens ridscope.live.linux to
            com.sun.jna;

    provides ridscope.source.HostWatcher with
            ridscope.live.NetlinkWatcher;
}
