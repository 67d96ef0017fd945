/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.model;

import java.io.Serializable;
import java.util.Locale;

/**
 * The number of an event. Each part but the change may be null.
 *
 * @param id     its id
 * @param phone  its phone number, as the event writes it
 * @param name   the name it was given
 * @param change what happened to it, by the name of the event: CREATED, CONNECTED, DISCONNECTED, REMOVED, HEALTH_DEGRADED,
 *               HEALTH_BLOCKED, HEALTH_SHADOWBAN, RECOVERED, or one not known here
 * @param state  OPEN, CONNECTING or CLOSE; OPEN and CLOSE too when the event only says that it was connected or disconnected
 */
public record EventNumber(String id, String phone, String name, String change, String state) implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final String FAMILY = "number.";

    /** The number of an event; null when it is about something else. */
    static EventNumber of(EventFields event) {
        if (!event.name().startsWith(FAMILY)) {
            return null;
        }
        String change = event.name().substring(FAMILY.length()).toUpperCase(Locale.ROOT);
        String state = event.upperCase("state");
        return new EventNumber(
                event.numberId(),
                event.first("number"),
                event.first("name"),
                change,
                state == null ? impliedBy(change) : state);
    }

    private static String impliedBy(String change) {
        return switch (change) {
            case "CONNECTED" -> "OPEN";
            case "DISCONNECTED" -> "CLOSE";
            default -> null;
        };
    }

    @Override
    public String toString() {
        return "EventNumber[id=" + id + ", change=" + change + ", state=" + state + ", xxxxxx]";
    }
}
