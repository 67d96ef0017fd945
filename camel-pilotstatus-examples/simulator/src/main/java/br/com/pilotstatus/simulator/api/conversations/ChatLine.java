/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.api.conversations;

import br.com.pilotstatus.simulator.state.Destination;
import br.com.pilotstatus.simulator.state.InboundMessage;
import br.com.pilotstatus.simulator.state.SimulatedMessage;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/**
 * One message of a conversation, whichever way it went.
 *
 * @param chat the other side: customer, group or newsletter
 * @param received the message when it came in or was typed by the owner of the number, else null
 * @param sent the message when it went out, else null
 * @param unread true when it came in and the number has not answered since
 */
record ChatLine(Destination chat, InboundMessage received, SimulatedMessage sent, boolean unread) {

    static ChatLine of(InboundMessage message, boolean unread) {
        return new ChatLine(message.chat(), message, null, unread && !message.isFromMe());
    }

    static ChatLine of(SimulatedMessage message) {
        return new ChatLine(message.order().destination(), null, message, false);
    }

    boolean isInbound() {
        return received != null;
    }

    String id() {
        return isInbound() ? received.text("id") : sent.id();
    }

    String direction() {
        return isInbound() && !received.isFromMe() ? "INBOUND" : "OUTBOUND";
    }

    /** The type as lists name it: templates and answers by button are texts there. */
    String type() {
        String type = isInbound() ? received.text("type") : sent.order().type();
        return type.equals("template") || type.equals("button") ? "text" : type;
    }

    String text() {
        return isInbound() ? received.text("content") : sent.order().content();
    }

    /** When the number got it or was told to send it. */
    Instant createdAt() {
        return isInbound() ? received.at() : sent.progress().createdAt();
    }

    /** When WhatsApp took it; for what is not sent yet, when it was created. */
    Instant providerTime() {
        return isInbound() || sent.progress().sentAt() == null
                ? createdAt()
                : sent.progress().sentAt();
    }

    /** Puts the media of the message into a JSON object, null when it has none. */
    void putMedia(ObjectNode json, boolean meta) {
        if (isInbound()
                ? received.text("mediaLink") == null
                : !sent.order().json().has("media")) {
            json.putNull("media");
            return;
        }
        ObjectNode media = json.putObject("media").put("provider", meta ? "META" : "EVO");
        if (isInbound()) {
            media.put("id", received.text("mediaId"))
                    .put("url", received.text("mediaLink"))
                    .put("fileName", received.text("mediaFilename"));
        } else {
            String link = sent.order().json().get("media").textValue();
            media.putNull("id")
                    .put("url", link.startsWith("http") ? link : null)
                    .put("fileName", sent.order().json().path("fileName").textValue());
        }
        media.putNull("mimeType");
    }
}
