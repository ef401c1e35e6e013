package ridscope.source.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Holds a JSON value beside the few words of JSON Schema that our schema uses. Stricter than the standard in one way: a key
 * the schema does not describe is a problem, since a writer must not write undocumented keys.
 */
public final class SchemaCheck {

    private final JsonNode root;
    private final List<String> problems = new ArrayList<>();

    private SchemaCheck(JsonNode schema) {
        root = schema;
    }

    public static List<String> problems(JsonNode schema, JsonNode value) {
        SchemaCheck check = new SchemaCheck(schema);
        check.check(schema, value, "$");
        return check.problems;
    }

    private void check(JsonNode schema, JsonNode value, String path) {
        if (schema.has("$ref")) {
            check(root.at(schema.get("$ref").asString().substring(1)), value, path);
        }
        if (schema.has("const") && !schema.get("const").equals(value)) {
            problems.add(path + " is not " + schema.get("const"));
        }
        if (schema.has("type") && !hasType(schema.get("type").asString(), value)) {
            problems.add(path + " is no " + schema.get("type").asString() + ": " + value);
            return;
        }
        if (schema.has("pattern")
                && !value.asString().matches(schema.get("pattern").asString())) {
            problems.add(path + " does not match " + schema.get("pattern") + ": " + value);
        }
        if (schema.has("minimum") && value.asLong() < schema.get("minimum").asLong()
                || schema.has("maximum")
                        && value.asLong() > schema.get("maximum").asLong()) {
            problems.add(path + " is out of range: " + value);
        }
        if (schema.has("items")) {
            for (int i = 0; i < value.size(); i++) {
                check(schema.get("items"), value.get(i), path + "[" + i + "]");
            }
        }
        if (value.isObject()) {
            object(schema, value, path);
        }
    }

    private void object(JsonNode schema, JsonNode value, String path) {
        for (JsonNode key : schema.path("required")) {
            if (!value.has(key.asString())) {
                problems.add(path + " lacks " + key.asString());
            }
        }
        for (Map.Entry<String, JsonNode> entry : value.properties()) {
            String at = path + "." + entry.getKey();
            if (schema.path("properties").has(entry.getKey())) {
                check(schema.get("properties").get(entry.getKey()), entry.getValue(), at);
            } else if (schema.has("additionalProperties")) {
                check(schema.get("additionalProperties"), entry.getValue(), at);
            } else if (schema.has("properties")) {
                problems.add(at + " is not described");
            }
        }
    }

    private static boolean hasType(String type, JsonNode value) {
        return switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isString();
            case "integer" -> value.isIntegralNumber();
            case "boolean" -> value.isBoolean();
            default -> throw new IllegalArgumentException("the check does not know type " + type);
        };
    }
}
