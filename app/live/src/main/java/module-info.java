/** Hot-plug events of this machine. The only module with native code, and nothing needs it to be there. */
module ridscope.live {
    requires com.sun.jna;
    requires ridscope.core;
}
