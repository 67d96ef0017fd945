/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.client;

import br.com.pilotstatus.camel.model.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Locale;

/**
 * One value that a call takes besides its message.
 *
 * @param name     name in the API
 * @param place    where it goes
 * @param type     what it must be
 * @param required whether the call fails without it
 * @param min      lowest number, or fewest entries of a list
 * @param max      highest number, or most entries of a list
 */
public record Parameter(String name, Place place, Type type, boolean required, int min, int max) {

    /** Where a parameter goes. */
    public enum Place {
        PATH,
        QUERY,
        BODY
    }

    /** What a parameter must be. */
    public enum Type {
        TEXT,
        INTEGER,
        BOOLEAN,
        /** A list of texts; given as a collection, or as text separated by commas. */
        LIST
    }

    static Parameter inPath(String name) {
        return new Parameter(name, Place.PATH, Type.TEXT, true, 0, 0);
    }

    static Parameter inQuery(String name) {
        return new Parameter(name, Place.QUERY, Type.TEXT, false, 0, 0);
    }

    static Parameter inQuery(String name, int min, int max) {
        return new Parameter(name, Place.QUERY, Type.INTEGER, false, min, max);
    }

    static Parameter inBody(String name, Type type) {
        return new Parameter(name, Place.BODY, type, false, 0, Integer.MAX_VALUE);
    }

    static Parameter listInBody(String name, int min, int max) {
        return new Parameter(name, Place.BODY, Type.LIST, true, min, max);
    }

    /** Whether the value is a list. */
    public boolean isList() {
        return type == Type.LIST;
    }

    Parameter mandatory() {
        return new Parameter(name, place, type, true, min, max);
    }

    /**
     * The value as the API takes it.
     *
     * @throws PilotStatusValidationException when the value is of another type or out of range
     */
    public JsonNode read(Object value) {
        return switch (type) {
            case TEXT -> text(value);
            case INTEGER -> integer(value);
            case BOOLEAN -> bool(value);
            case LIST -> list(value);
        };
    }

    private JsonNode text(Object value) {
        String text = value.toString();
        if (text.isBlank()) {
            throw new PilotStatusValidationException(name, "must not be blank");
        }
        return TextNode.valueOf(text);
    }

    private JsonNode integer(Object value) {
        try {
            int number = Integer.parseInt(value.toString().trim());
            if (number >= min && number <= max) {
                return IntNode.valueOf(number);
            }
        } catch (NumberFormatException e) {
            throw new PilotStatusValidationException(name, "must be " + range(), e);
        }
        throw new PilotStatusValidationException(name, "must be " + range());
    }

    private String range() {
        return max == Integer.MAX_VALUE ? "a whole number from " + min : "a whole number from " + min + " to " + max;
    }

    private JsonNode bool(Object value) {
        return switch (value.toString().trim().toLowerCase(Locale.ROOT)) {
            case "true" -> BooleanNode.TRUE;
            case "false" -> BooleanNode.FALSE;
            default -> throw new PilotStatusValidationException(name, "must be true or false");
        };
    }

    private JsonNode list(Object value) {
        Collection<?> entries = entries(value);
        if (entries.size() < min || entries.size() > max) {
            throw new PilotStatusValidationException(name, "must have " + min + " to " + max + " entries");
        }
        if (entries.stream().anyMatch(entry -> entry == null || entry.toString().isBlank())) {
            throw new PilotStatusValidationException(name, "must not have a blank entry");
        }
        return Json.mapper()
                .valueToTree(
                        entries.stream().map(entry -> entry.toString().trim()).toList());
    }

    private static Collection<?> entries(Object value) {
        if (value instanceof Collection<?> collection) {
            return collection;
        }
        if (value instanceof Object[] array) {
            return Arrays.asList(array);
        }
        if (value instanceof JsonNode node && node.isArray()) {
            return Json.mapper().convertValue(node, Collection.class);
        }
        String text = value.toString();
        return text.isBlank() ? Collections.emptyList() : Arrays.asList(text.split(",", -1));
    }
}
