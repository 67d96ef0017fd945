/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.event;

import static br.com.pilotstatus.camel.event.MetaItem.text;

import br.com.pilotstatus.camel.model.WebhookEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads a message, in the words of Meta: from a customer, or typed by the owner of the number. */
final class MetaMessage {

    private static final Set<String> MEDIA = Set.of("image", "video", "audio", "voice", "document", "sticker");
    private static final Set<String> RENAMED = Set.of("id", "status");

    private MetaMessage() {}

    /** Somebody wrote to the number. */
    static Optional<WebhookEvent> event(ObjectNode message, MetaNumber number) {
        String from = EventData.phone(text(message, "from"));
        // Some hear of what was typed among the other messages.
        return event(message, number, from != null && from.equals(number.phone()));
    }

    /** Somebody wrote from the number, by another way than the service. */
    static Optional<WebhookEvent> echo(ObjectNode message, MetaNumber number) {
        return event(message, number, true);
    }

    private static Optional<WebhookEvent> event(ObjectNode message, MetaNumber number, boolean fromMe) {
        String id = text(message, "id");
        if (id == null) {
            return Optional.empty();
        }
        String phone = text(message, "from");
        String userId = text(message, "from_user_id");
        String to = text(message, "to");
        String type = text(message, "type");
        String groupId = MetaItem.group(text(message, "group_id"));
        String quoted = text(message.path("context"), "id");
        JsonNode contact = fromMe ? number.contact(to) : number.contact(phone, userId);
        EventData data = MetaItem.data(id, number, message)
                .put("from", phone == null ? userId : EventData.phone(phone))
                .put("to", to == null ? number.phone() : EventData.phone(to))
                .put("type", type)
                .put("fromMe", fromMe)
                .put("content", content(message))
                .put("participantName", fromMe ? null : text(contact.path("profile"), "name"))
                .put("groupId", groupId)
                .put("quotedMessageId", quoted)
                .put("buttonId", choice(message, "id", "payload"));
        if (type != null && !type.equals("text")) {
            data.put("mediaType", type);
        }
        if (type != null && MEDIA.contains(type)) {
            media(data, message.path(type));
        }
        JsonNode error = message.path("errors").path(0);
        data.put("errorCode", text(error, "code")).put("errorMessage", text(error, "title"));
        if (contact.isObject()) {
            data.put("contact", contact);
        }
        return Optional.of(MetaItem.rest(data, message, RENAMED).event(name(groupId, quoted, fromMe)));
    }

    /** By the names of the service, for which an answer is one of somebody else. */
    private static String name(String groupId, String quoted, boolean fromMe) {
        if (groupId != null) {
            return "message.group";
        }
        return quoted == null || fromMe ? "message.received" : "message.reply";
    }

    private static void media(EventData data, JsonNode media) {
        String url = text(media, "url");
        data.put("mediaId", text(media, "id"))
                .put("mediaLink", url == null ? text(media, "link") : url)
                .put("mediaCaption", text(media, "caption"))
                .put("mediaFilename", text(media, "filename"));
    }

    /** What the message says, whatever its kind. */
    private static String content(ObjectNode message) {
        return Stream.of(
                        message.at("/text/body"),
                        message.at("/reaction/emoji"),
                        message.at("/interactive/nfm_reply/body"),
                        message.at("/order/text"),
                        message.at("/system/body"))
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .findFirst()
                .orElseGet(() -> choice(message, "title", "text"));
    }

    /** A part of the button or of the row of a list that was chosen, which the buttons of templates call otherwise. */
    private static String choice(ObjectNode message, String field, String fieldOfTemplate) {
        return Stream.of(
                        text(message.at("/interactive/button_reply"), field),
                        text(message.at("/interactive/list_reply"), field),
                        text(message.path("button"), fieldOfTemplate))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
