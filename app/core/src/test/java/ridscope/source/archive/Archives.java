package ridscope.source.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorOutputStream;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import ridscope.file.FileTree;
import ridscope.file.TreePath;

/** Makes archives out of trees of files, all in memory. */
final class Archives {

    private static final int SYMLINK = 0120777;

    private Archives() {}

    /** What can be done with an archive, or anything else, to make it smaller. */
    enum Packing {
        NONE,
        GZIP,
        BZIP2,
        XZ;

        byte[] pack(byte[] content) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (OutputStream out = around(bytes)) {
                out.write(content);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return bytes.toByteArray();
        }

        OutputStream around(OutputStream out) throws IOException {
            return switch (this) {
                case NONE -> out;
                case GZIP -> new GZIPOutputStream(out);
                case BZIP2 -> new BZip2CompressorOutputStream(out);
                case XZ -> new XZCompressorOutputStream(out);
            };
        }
    }

    static byte[] tar(FileTree files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = tarTo(bytes)) {
            add(files, "", tar);
        }
        return bytes.toByteArray();
    }

    static TarArchiveOutputStream tarTo(OutputStream out) {
        TarArchiveOutputStream tar = new TarArchiveOutputStream(out, StandardCharsets.UTF_8.name());
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_GNU);
        tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_STAR);
        return tar;
    }

    private static void add(FileTree files, String directory, TarArchiveOutputStream tar) throws IOException {
        for (String name : files.list(directory)) {
            String path = TreePath.join(directory, name);
            switch (files.kind(path)) {
                case DIRECTORY -> {
                    put(tar, new TarArchiveEntry(path + "/"), new byte[0]);
                    add(files, path, tar);
                }
                case LINK -> {
                    TarArchiveEntry link = new TarArchiveEntry(path, TarConstants.LF_SYMLINK);
                    link.setLinkName(files.link(path).orElseThrow());
                    put(tar, link, new byte[0]);
                }
                default -> file(tar, path, files.read(path, Integer.MAX_VALUE));
            }
        }
    }

    static void file(TarArchiveOutputStream tar, String path, byte[] content) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(path, true);
        entry.setSize(content.length);
        put(tar, entry, content);
    }

    static void put(TarArchiveOutputStream tar, TarArchiveEntry entry, byte[] content) throws IOException {
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
    }

    static byte[] zip(FileTree files) throws IOException {
        Map<String, byte[]> entries = new TreeMap<>();
        Map<String, String> links = new TreeMap<>();
        collect(files, "", entries, links);
        SeekableInMemoryByteChannel channel = new SeekableInMemoryByteChannel();
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(channel)) {
            for (Map.Entry<String, byte[]> e : entries.entrySet()) {
                ZipArchiveEntry entry = new ZipArchiveEntry(e.getKey());
                byte[] content = e.getValue();
                if (links.containsKey(e.getKey())) {
                    entry.setUnixMode(SYMLINK);
                    content = links.get(e.getKey()).getBytes(StandardCharsets.UTF_8);
                }
                zip.putArchiveEntry(entry);
                zip.write(content);
                zip.closeArchiveEntry();
            }
        }
        return java.util.Arrays.copyOf(channel.array(), (int) channel.size());
    }

    private static void collect(
            FileTree files, String directory, Map<String, byte[]> entries, Map<String, String> links)
            throws IOException {
        List<String> names = files.list(directory);
        if (names.isEmpty() && !directory.isEmpty()) {
            entries.put(directory + "/", new byte[0]);
        }
        for (String name : names) {
            String path = TreePath.join(directory, name);
            switch (files.kind(path)) {
                case DIRECTORY -> collect(files, path, entries, links);
                case LINK -> {
                    entries.put(path, new byte[0]);
                    links.put(path, files.link(path).orElseThrow());
                }
                default -> entries.put(path, files.read(path, Integer.MAX_VALUE));
            }
        }
    }
}
