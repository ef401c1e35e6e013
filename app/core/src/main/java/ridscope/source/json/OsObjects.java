package ridscope.source.json;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import ridscope.host.OsFacts;

/** Reads the smaller objects below {@code os}. For one object each. */
final class OsObjects {

    private static final int LAST_RESOURCE = 16;

    private final Fields in;
    private int index = -1;
    private OptionalLong start = OptionalLong.empty();
    private OptionalLong size = OptionalLong.empty();
    private OptionalLong flags = OptionalLong.empty();
    private OptionalInt vectors = OptionalInt.empty();
    private OptionalInt vfMsixTotal = OptionalInt.empty();

    OsObjects(Fields in) {
        this.in = in;
    }

    OsFacts.Resource resource() {
        in.object(key -> {
            switch (key) {
                case "index" -> index = (int) in.number(0, LAST_RESOURCE);
                case "start" -> start = in.hex64();
                case "size" -> size = in.hex64();
                case "flags" -> flags = in.hex64();
                default -> in.skip();
            }
        });
        if (index < 0) {
            throw in.bad("a resource has no index");
        }
        return new OsFacts.Resource(index, start, size, flags);
    }

    OsFacts.State state() {
        String[] texts = new String[2];
        in.object(key -> {
            switch (key) {
                case "power" -> texts[0] = in.text().orElseThrow();
                case "runtime" -> texts[1] = in.text().orElseThrow();
                case "vectors" -> vectors = in.integer(0, Integer.MAX_VALUE);
                case "vfMsixTotal" -> vfMsixTotal = in.integer(0, Integer.MAX_VALUE);
                default -> in.skip();
            }
        });
        return new OsFacts.State(Optional.ofNullable(texts[0]), Optional.ofNullable(texts[1]), vectors, vfMsixTotal);
    }
}
