/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.state;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * A message that reached a number, or that its owner typed, kept as its event told it.
 *
 * @param numberId the number it reached
 * @param chat who or what it is a conversation with: the customer, the group or the newsletter
 * @param data the data of its event
 * @param at when it arrived
 */
public record InboundMessage(String numberId, Destination chat, JsonNode data, Instant at) {

    // What a record and its nodes weigh beside the text, about.
    private static final int OVERHEAD = 1_000;

    /** The message of an event. */
    public static InboundMessage of(String numberId, JsonNode data, Instant at) {
        String peer = data.path("fromMe").asBoolean() ? "to" : "from";
        Destination chat = Destination.of(data)
                .orElseGet(() -> Destination.phone(data.get(peer).textValue()));
        return new InboundMessage(numberId, chat, data, at);
    }

    /** True when the owner of the number wrote it, by another way than the API. */
    public boolean isFromMe() {
        return data.path("fromMe").asBoolean();
    }

    /** A field of the event, null when it has none. */
    public String text(String field) {
        return data.path(field).textValue();
    }

    /** Name of the group or newsletter, or of the customer; may be null. */
    public String chatName() {
        return switch (chat.kind()) {
            case GROUP -> text("groupName");
            case NEWSLETTER -> text("newsletterName");
            default -> text("participantName");
        };
    }

    long weight() {
        String content = text("content");
        return (long) OVERHEAD + (content == null ? 0 : content.length());
    }

    @Override
    public String toString() {
        return "InboundMessage[" + text("type") + " from " + chat + ']';
    }
}
