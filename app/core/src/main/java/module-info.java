/** Reading hosts, the topology model and everything computed from it. Knows no toolkit: java.desktop is not required. */
module ridscope.core {
    requires java.xml;
    requires org.apache.commons.compress;
    requires org.tukaani.xz;
    requires tools.jackson.databind;

    exports ridscope.config;
    exports ridscope.config.layout;
    exports ridscope.config.layout.json;
    exports ridscope.diff;
    exports ridscope.enumerate;
    exports ridscope.file;
    exports ridscope.host;
    exports ridscope.isolation;
    exports ridscope.job;
    exports ridscope.names;
    exports ridscope.plan;
    exports ridscope.query;
    exports ridscope.report;
    exports ridscope.report.graph;
    exports ridscope.report.table;
    exports ridscope.rid;
    exports ridscope.ridmap;
    exports ridscope.rules;
    exports ridscope.source;
    exports ridscope.source.json;
    exports ridscope.source.ssh;
    exports ridscope.text;
    exports ridscope.topology;

    uses ridscope.source.Container;
    uses ridscope.source.HostWatcher;
    uses ridscope.source.SnapshotReader;
    uses ridscope.source.TreeReader;
    uses ridscope.source.Unpacker;

    provides ridscope.source.Container with
            ridscope.source.archive.ArchiveReader;
    provides ridscope.source.HostWatcher with
            ridscope.source.live.PollingWatcher;
    provides ridscope.source.SnapshotReader with
            ridscope.source.ecam.EcamReader,
            ridscope.source.hwloc.HwlocReader,
            ridscope.source.json.JsonSnapshotReader,
            ridscope.source.libvirt.LibvirtReader,
            ridscope.source.live.LiveReader,
            ridscope.source.lspci.LspciHexReader,
            ridscope.source.lspci.LspciTextReader,
            ridscope.source.machine.MachineReader,
            ridscope.source.ssh.SshReader;
    provides ridscope.source.TreeReader with
            ridscope.source.sysfs.SysfsReader;
    provides ridscope.source.Unpacker with
            ridscope.source.archive.StrongCompression;
}
