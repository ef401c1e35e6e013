package ridscope.source.json;

import java.util.Locale;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/** Names and limits of the snapshot format; its schema is published as {@code samples/ridscope-snapshot.schema.json}. */
final class SnapshotFormat {

    /** Value of the key {@code schema}. */
    static final String SCHEMA = "ridscope-snapshot";

    /** Value of the key {@code version} that is written; all versions up to it can be read. */
    static final int VERSION = 1;

    /** How {@link ridscope.host.OsFacts.Parent#ROOT} is written. */
    static final String PARENT_ROOT = "root";

    /** Hex digits of a class without its programming interface; one with it has six. */
    static final int SHORT_CLASS = 4;

    static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(64)
                    .maxStringLength(1 << 20)
                    .maxNameLength(1 << 12)
                    .maxNumberLength(64)
                    .build())
            .build();

    private SnapshotFormat() {}

    /** How a constant is written: {@code root-port}. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
