/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.model;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A card of an address book that somebody sent.
 *
 * @param name   whom it is of; may be null
 * @param phones the phone numbers on it, as they are written there; may be empty
 */
public record EventContact(String name, List<String> phones) implements Serializable {

    private static final long serialVersionUID = 1L;

    /** The cards of an event; empty when it has none. */
    static List<EventContact> of(EventFields event) {
        return maps(event.data().get("contacts")).map(EventContact::of).toList();
    }

    private static EventContact of(Map<?, ?> card) {
        String name = card.get("name") instanceof Map<?, ?> parts
                ? EventFields.first(parts, "formatted_name", "formattedName", "first_name")
                : EventFields.first(card, "name");
        List<String> phones = maps(card.get("phones"))
                .map(phone -> EventFields.first(phone, "phone", "wa_id", "number"))
                .filter(Objects::nonNull)
                .toList();
        return new EventContact(name, phones);
    }

    private static Stream<Map<?, ?>> maps(Object list) {
        return list instanceof List<?> elements
                ? elements.stream().filter(Map.class::isInstance).map(element -> (Map<?, ?>) element)
                : Stream.empty();
    }

    @Override
    public String toString() {
        return "EventContact[xxxxxx]";
    }
}
