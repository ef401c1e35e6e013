package ridscope.source.ecam;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import ridscope.config.ConfigSpace;
import ridscope.rid.RoutingId;
import ridscope.testing.ConfigBuilder;

/** Makes images as a dump of the window would be: what is absent reads ones, or zeros where the dumping tool skipped it. */
final class EcamImages {

    private final Map<Integer, byte[]> pages = new TreeMap<>();
    private byte absent = (byte) 0xff;

    /** Absent places read zeros: a file with holes. */
    EcamImages withHoles() {
        absent = 0;
        return this;
    }

    /** @param place {@code bb:dd.f} as if the image began at bus 0 */
    EcamImages function(String place, ConfigBuilder config) {
        return function(RoutingId.parse(place).orElseThrow(), config.build());
    }

    /** Behind the bytes given the function answers with ones, as one without extended configuration space does. */
    EcamImages function(RoutingId place, ConfigSpace config) {
        byte[] page = new byte[4096];
        Arrays.fill(page, (byte) 0xff);
        System.arraycopy(config.toBytes(), 0, page, 0, config.length());
        return page(place, page);
    }

    EcamImages page(RoutingId place, byte[] page) {
        pages.put(place.value(), page);
        return this;
    }

    byte[] bytes(int buses) {
        byte[] image = new byte[buses << 20];
        Arrays.fill(image, absent);
        pages.forEach((place, page) -> System.arraycopy(page, 0, image, place * 4096, page.length));
        return image;
    }

    /** Takes little room on disk whatever the number of buses. */
    Path sparse(Path file, int buses) throws IOException {
        try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
            out.setLength((long) buses << 20);
            for (Map.Entry<Integer, byte[]> page : pages.entrySet()) {
                out.seek(page.getKey() * 4096L);
                out.write(page.getValue());
            }
        }
        return file;
    }
}
