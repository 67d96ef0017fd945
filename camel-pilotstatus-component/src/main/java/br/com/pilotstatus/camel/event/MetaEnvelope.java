/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.event;

import br.com.pilotstatus.camel.model.Json;
import br.com.pilotstatus.camel.model.WebhookEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tells an envelope of Meta's Cloud API as the events that it holds: each message, each echo of one that was typed, and
 * each state of a message sent. What is none of these stays together in an envelope of its own, so that nothing that Meta
 * says is lost.
 */
final class MetaEnvelope {

    /** As many as Meta puts together at most. */
    static final int MAX_EVENTS = 1_000;

    private static final String WHATSAPP = "whatsapp_business_account";
    private static final String ENTRIES = "entry";
    private static final String CHANGES = "changes";
    private static final String VALUE = "value";
    /** What a value says of the items beside it, and nothing without them. */
    private static final Set<String> CONTEXT = Set.of("messaging_product", "metadata", "contacts");

    private interface ItemReader {
        /** The event of an item; empty when it is none of those that are known. */
        Optional<WebhookEvent> read(ObjectNode item, MetaNumber number);
    }

    private record ItemList(String name, ItemReader reader) {}

    // In the order in which their events run: what was sent comes before what is answered.
    private static final List<ItemList> LISTS = List.of(
            new ItemList("statuses", MetaStatus::event),
            new ItemList("message_echoes", MetaMessage::echo),
            new ItemList("smb_message_echoes", MetaMessage::echo),
            new ItemList("messages", MetaMessage::event));

    private final List<WebhookEvent> events = new ArrayList<>();

    private MetaEnvelope() {}

    /**
     * The events of an envelope, at least one, in the order in which they are to run.
     *
     * @param  envelope               as it came
     * @throws MalformedEventException when it holds more than {@link #MAX_EVENTS}
     */
    static List<WebhookEvent> events(WebhookEvent envelope, ObjectNode tree) throws MalformedEventException {
        if (!WHATSAPP.equals(tree.path("object").asText())) {
            return List.of(envelope);
        }
        MetaEnvelope read = new MetaEnvelope();
        ArrayNode unread = read.unreadEntries(tree.path(ENTRIES));
        if (read.events.isEmpty()) {
            return List.of(envelope);
        }
        if (!unread.isEmpty()) {
            read.events.add(WebhookEvent.of(with(tree, ENTRIES, unread)));
        }
        return read.events;
    }

    private ArrayNode unreadEntries(JsonNode entries) throws MalformedEventException {
        ArrayNode unread = Json.mapper().createArrayNode();
        for (JsonNode entry : entries) {
            if (entry instanceof ObjectNode object
                    && object.get(CHANGES) instanceof ArrayNode changes
                    && !changes.isEmpty()) {
                ArrayNode left = unreadChanges(changes);
                if (!left.isEmpty()) {
                    unread.add(with(object, CHANGES, left));
                }
            } else {
                unread.add(entry);
            }
        }
        return unread;
    }

    private ArrayNode unreadChanges(ArrayNode changes) throws MalformedEventException {
        ArrayNode unread = Json.mapper().createArrayNode();
        for (JsonNode change : changes) {
            if (change instanceof ObjectNode object && object.get(VALUE) instanceof ObjectNode value) {
                ObjectNode left = unreadValue(value);
                if (left != null) {
                    unread.add(with(object, VALUE, left));
                }
            } else {
                unread.add(change);
            }
        }
        return unread;
    }

    /** What is left of a value when its items are read; null when that is nothing. */
    private ObjectNode unreadValue(ObjectNode value) throws MalformedEventException {
        int before = events.size();
        MetaNumber number = MetaNumber.of(value);
        ObjectNode left = copy(value);
        for (ItemList list : LISTS) {
            if (value.get(list.name()) instanceof ArrayNode items) {
                ArrayNode unread = unreadItems(items, list.reader(), number);
                if (unread.isEmpty()) {
                    left.remove(list.name());
                } else {
                    left.set(list.name(), unread);
                }
            }
        }
        if (events.size() == before) {
            return value;
        }
        return left.properties().stream().allMatch(field -> CONTEXT.contains(field.getKey())) ? null : left;
    }

    private ArrayNode unreadItems(ArrayNode items, ItemReader reader, MetaNumber number)
            throws MalformedEventException {
        ArrayNode unread = Json.mapper().createArrayNode();
        for (JsonNode item : items) {
            Optional<WebhookEvent> event =
                    item instanceof ObjectNode object ? reader.read(object, number) : Optional.empty();
            if (event.isEmpty()) {
                unread.add(item);
            } else if (events.size() == MAX_EVENTS) {
                throw new MalformedEventException(
                        "an envelope of Meta must not hold more than " + MAX_EVENTS + " messages and states");
            } else {
                events.add(event.get());
            }
        }
        return unread;
    }

    private static ObjectNode with(ObjectNode object, String field, JsonNode value) {
        return copy(object).set(field, value);
    }

    /** Shares what is in it, which nobody changes. */
    private static ObjectNode copy(ObjectNode object) {
        return Json.mapper().createObjectNode().setAll(object);
    }
}
