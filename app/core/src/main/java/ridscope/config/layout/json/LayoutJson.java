package ridscope.config.layout.json;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Supplier;
import ridscope.config.layout.CustomLayout;
import ridscope.config.layout.CustomLayout.Kind;
import ridscope.config.layout.CustomLayout.Wording;
import ridscope.text.Numbers;
import tools.jackson.databind.JsonNode;

/** Turns the JSON of one file into layouts. Every complaint is an {@link IllegalArgumentException} that says where. */
final class LayoutJson {

    /** Where reading is, such as {@code registers[2].fields[0]}. */
    private String where = "";

    List<CustomLayout> layouts(JsonNode root) {
        List<CustomLayout> layouts = new ArrayList<>();
        if (root.isArray()) {
            for (int i = 0; i < root.size(); i++) {
                layouts.add(layout(root.get(i), "[" + i + "]."));
            }
        } else {
            layouts.add(layout(root, ""));
        }
        return layouts;
    }

    private CustomLayout layout(JsonNode node, String prefix) {
        where = prefix.isEmpty() ? "" : prefix.substring(0, prefix.length() - 1);
        if (!node.isObject()) {
            throw problem("a layout is a JSON object");
        }
        Kind kind = kind(node);
        int vendor = id(node, "vendor").orElseThrow(() -> problem("vendor is missing"));
        OptionalInt id = id(node, "id");
        CustomLayout layout = said(() -> new CustomLayout(kind, vendor, id));
        text(node, "title").ifPresent(layout::title);
        text(node, "source").ifPresent(layout::source);
        text(node, "note").ifPresent(layout::note);
        JsonNode registers = list(node, "registers");
        for (int i = 0; i < registers.size(); i++) {
            String here = prefix + "registers[" + i + "]";
            where = here;
            register(layout, registers.get(i), here);
        }
        return layout;
    }

    private void register(CustomLayout layout, JsonNode node, String here) {
        int offset = number(node, "offset");
        int width = number(node, "width");
        String name = required(node, "name");
        Wording wording = wording(node);
        said(() -> layout.register(offset, width, name, wording));
        JsonNode fields = list(node, "fields");
        for (int i = 0; i < fields.size(); i++) {
            where = here + ".fields[" + i + "]";
            JsonNode field = fields.get(i);
            String bits = required(field, "bits");
            String fieldName = required(field, "name");
            Wording words = wording(field);
            said(() -> layout.field(bits, fieldName, words));
        }
    }

    private Wording wording(JsonNode node) {
        Map<Long, String> meanings = new HashMap<>();
        JsonNode values = node.path("values");
        if (!values.isMissingNode() && !values.isObject()) {
            throw problem("values is a JSON object");
        }
        values.properties().forEach(entry -> {
            String meaning = entry.getValue().asStringOpt().orElseThrow(() -> problem("a meaning is text"));
            long value = number(entry.getKey())
                    .orElseThrow(() -> problem("'" + shortened(entry.getKey()) + "' is no number"));
            meanings.put(value, meaning);
        });
        return new Wording(text(node, "format"), text(node, "unit").orElse(""), meanings);
    }

    private Kind kind(JsonNode node) {
        String word = required(node, "kind");
        for (Kind kind : Kind.values()) {
            if (kind.name().toLowerCase(Locale.ROOT).equals(word)) {
                return kind;
            }
        }
        throw problem("kind is vsec, dvsec or vendor, not '" + shortened(word) + "'");
    }

    /** Hex with or without {@code 0x}. */
    private OptionalInt id(JsonNode node, String key) {
        Optional<String> text = text(node, key);
        if (text.isEmpty()) {
            return OptionalInt.empty();
        }
        OptionalInt id = Numbers.hex(text.get());
        if (id.isEmpty()) {
            throw problem(key + " is hex, not '" + shortened(text.get()) + "'");
        }
        return id;
    }

    private int number(JsonNode node, String key) {
        JsonNode value = node.path(key);
        OptionalLong number = value.isIntegralNumber() && value.canConvertToInt()
                ? OptionalLong.of(value.asInt())
                : value.isString() ? number(value.asString()) : OptionalLong.empty();
        if (number.isEmpty() || number.getAsLong() < 0 || number.getAsLong() > 0xffff) {
            throw problem(value.isMissingNode() ? key + " is missing" : key + " is no number that fits");
        }
        return (int) number.getAsLong();
    }

    /** Decimal, or hex with {@code 0x}. */
    private static OptionalLong number(String text) {
        if (text.startsWith("0x")) {
            return Numbers.hexLong(text);
        }
        OptionalInt decimal = Numbers.decimal(text);
        return decimal.isPresent() ? OptionalLong.of(decimal.getAsInt()) : OptionalLong.empty();
    }

    private String required(JsonNode node, String key) {
        return text(node, key).filter(text -> !text.isBlank()).orElseThrow(() -> problem(key + " is missing"));
    }

    private Optional<String> text(JsonNode node, String key) {
        JsonNode value = node.path(key);
        if (value.isMissingNode()) {
            return Optional.empty();
        }
        if (!value.isString()) {
            throw problem(key + " is no text");
        }
        return Optional.of(value.asString());
    }

    private JsonNode list(JsonNode node, String key) {
        JsonNode list = node.path(key);
        if (!list.isMissingNode() && !list.isArray()) {
            throw problem(key + " is a JSON array");
        }
        return list;
    }

    /** What a layout itself complains about. */
    private CustomLayout said(Supplier<CustomLayout> step) {
        try {
            return step.get();
        } catch (IllegalArgumentException e) {
            throw problem(e.getMessage());
        }
    }

    private static String shortened(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }

    private IllegalArgumentException problem(String text) {
        return new IllegalArgumentException(where.isEmpty() ? text : "in " + where + " " + text);
    }
}
