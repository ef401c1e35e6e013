package ridscope.report;

import java.io.IOException;
import java.io.Writer;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import ridscope.plan.PluggedCard;
import ridscope.plan.PluggedCard.Strided;
import ridscope.plan.Reservation;
import ridscope.plan.SdiWish;
import ridscope.plan.Wishes;
import ridscope.report.json.JsonLines;
import ridscope.rid.FunctionAddress;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The wishes of a plan as JSON, schema {@value #SCHEMA}, version {@value #VERSION}. What is written is read back equal. */
public final class WishesJson {

    /** Name of the schema. */
    public static final String SCHEMA = "ridscope-wishes";

    private static final int VERSION = 1;
    private static final JsonMapper JSON = new JsonMapper();

    private WishesJson() {}

    /** A text that holds no wishes. */
    public static final class UnreadableException extends Exception {

        private static final long serialVersionUID = 1L;

        UnreadableException(String sentence) {
            super(sentence);
        }
    }

    /**
     * Writes one object; the writer stays open.
     *
     * @param host name of the host they were made for, to tell whoever reads the file
     * @throws IOException if the writer fails
     */
    public static void write(Wishes wishes, Optional<String> host, Writer out) throws IOException {
        JsonLines.write(out, json -> {
            json.writeStringProperty("schema", SCHEMA);
            json.writeNumberProperty("version", VERSION);
            JsonLines.text(json, "host", host);
            json.writeStringProperty("reservation", wishes.reservation().name());
            json.writeBooleanProperty("assignBusses", wishes.assignBusses());
            json.writeNumberProperty("hpbussize", wishes.hpbussize());
            map(json, "vfs", wishes.vfs(), count -> json.writeNumber(count));
            map(json, "sdis", wishes.sdis(), wish -> sdis(json, wish));
            map(json, "ari", wishes.ari(), on -> json.writeBoolean(on));
            map(json, "cards", wishes.cards(), card -> card(json, card));
        });
    }

    /** How a value is written. */
    @FunctionalInterface
    private interface Value<V> {
        void write(V value);
    }

    private static <V> void map(JsonGenerator json, String name, Map<FunctionAddress, V> map, Value<V> value) {
        json.writeObjectPropertyStart(name);
        map.forEach((address, wish) -> {
            json.writeName(address.toString());
            value.write(wish);
        });
        json.writeEndObject();
    }

    private static void sdis(JsonGenerator json, SdiWish wish) {
        json.writeStartObject();
        json.writeNumberProperty("total", wish.total());
        JsonLines.number(json, "offset", wish.offset());
        JsonLines.number(json, "stride", wish.stride());
        json.writeEndObject();
    }

    private static void card(JsonGenerator json, PluggedCard card) {
        json.writeStartObject();
        json.writeNumberProperty("ports", card.ports());
        json.writeBooleanProperty("hotplugPorts", card.hotplugPorts());
        card.vfs().ifPresent(vfs -> strided(json, "vfs", vfs));
        card.sdis().ifPresent(sdis -> strided(json, "sdis", sdis));
        json.writeEndObject();
    }

    private static void strided(JsonGenerator json, String name, Strided registers) {
        json.writeObjectPropertyStart(name);
        json.writeNumberProperty("total", registers.total());
        json.writeNumberProperty("offset", registers.offset());
        json.writeNumberProperty("stride", registers.stride());
        json.writeEndObject();
    }

    /**
     * Reads what {@link #write} wrote. Functions that a host does not have are left to the plan, which says so.
     *
     * @throws UnreadableException with one sentence that says what is wrong
     */
    public static Wishes read(String text) throws UnreadableException {
        try {
            JsonNode root = JSON.readTree(text);
            if (!root.path("schema").asString("").equals(SCHEMA)) {
                throw new UnreadableException("This is no plan that RIDscope saved.");
            }
            int version = root.path("version").asInt(0);
            if (version != VERSION) {
                throw new UnreadableException("This plan has version " + version + "; this RIDscope reads version "
                        + VERSION + ". Open it with a newer one.");
            }
            return wishes(root);
        } catch (JacksonException e) {
            throw damaged(e.getOriginalMessage());
        } catch (IllegalArgumentException e) {
            throw damaged(e.getMessage());
        }
    }

    private static UnreadableException damaged(String why) {
        String line = String.valueOf(why).lines().findFirst().orElse("").strip();
        return new UnreadableException("This plan is damaged: " + line + ".");
    }

    private static Wishes wishes(JsonNode root) {
        return new Wishes(
                map(root.path("vfs"), WishesJson::number),
                map(
                        root.path("sdis"),
                        wish -> new SdiWish(
                                number(wish.path("total")),
                                optional(wish.path("offset")),
                                optional(wish.path("stride")))),
                map(
                        root.path("cards"),
                        card -> new PluggedCard(
                                number(card.path("ports")),
                                card.path("hotplugPorts").asBoolean(false),
                                strided(card.path("vfs")),
                                strided(card.path("sdis")))),
                map(root.path("ari"), on -> on.asBoolean(false)),
                root.path("assignBusses").asBoolean(false),
                optional(root.path("hpbussize")).orElse(Wishes.DEFAULT_HPBUSSIZE),
                Reservation.valueOf(root.path("reservation").asString(Reservation.MAINLINE.name())));
    }

    private static <V> SortedMap<FunctionAddress, V> map(JsonNode object, Function<JsonNode, V> value) {
        SortedMap<FunctionAddress, V> map = new TreeMap<>();
        for (Map.Entry<String, JsonNode> entry : object.properties()) {
            map.put(FunctionAddress.of(entry.getKey()), value.apply(entry.getValue()));
        }
        return map;
    }

    private static Optional<Strided> strided(JsonNode node) {
        return node.isObject()
                ? Optional.of(new Strided(
                        number(node.path("total")), number(node.path("offset")), number(node.path("stride"))))
                : Optional.empty();
    }

    private static OptionalInt optional(JsonNode node) {
        return node.isMissingNode() ? OptionalInt.empty() : OptionalInt.of(number(node));
    }

    private static int number(JsonNode node) {
        if (!node.isInt()) {
            throw new IllegalArgumentException(
                    "a number is wanted where " + (node.isMissingNode() ? "nothing" : node) + " stands");
        }
        return node.intValue();
    }
}
