package ridscope.source.json;

import java.util.List;
import java.util.Optional;

/** An object in which only some texts matter. */
final class TextFields {

    private final List<String> keys;
    private final String[] values;
    private Fields in;

    TextFields(String... keys) {
        this.keys = List.of(keys);
        this.values = new String[keys.length];
    }

    TextFields read(Fields fields) {
        in = fields;
        in.object(name -> {
            int index = keys.indexOf(name);
            if (index >= 0) {
                values[index] = in.text().orElseThrow();
            } else {
                in.skip();
            }
        });
        return this;
    }

    Optional<String> get(int index) {
        return Optional.ofNullable(values[index]);
    }

    String required(int index) {
        return get(index).orElseThrow(() -> in.bad("the text " + Fields.quoted(keys.get(index)) + " is missing"));
    }
}
