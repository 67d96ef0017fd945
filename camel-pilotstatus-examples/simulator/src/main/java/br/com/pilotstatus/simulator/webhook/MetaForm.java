/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.webhook;

import br.com.pilotstatus.simulator.state.SimulatedNumber;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tells of messages as Meta's Cloud API does: in an envelope, with its own names for everything. */
final class MetaForm {

    private static final Set<String> STATES =
            Set.of("message.sent", "message.delivered", "message.read", "message.failed");
    private static final Set<String> MESSAGES = Set.of("message.received", "message.reply", "message.group");
    private static final Map<String, Integer> ERRORS =
            Map.of("META_OUTSIDE_24H_WINDOW", 131_047, "META_TEMPLATE_NOT_APPROVED", 132_001);
    private static final int UNDELIVERABLE = 131_026;
    private static final String GROUP = "@g.us";

    private MetaForm() {}

    /** The envelope of an event; empty for what Meta does not tell of, or has never heard of. */
    static Optional<ObjectNode> of(String event, JsonNode data, SimulatedNumber number) {
        if (!data.path("messageId").isTextual()) {
            return Optional.empty();
        }
        if (STATES.contains(event)) {
            ObjectNode value = value(number);
            value.putArray("statuses").add(status(data));
            return Optional.of(envelope(number, "messages", value));
        }
        if (!MESSAGES.contains(event)) {
            return Optional.empty();
        }
        ObjectNode value = value(number);
        if (data.path("fromMe").asBoolean()) {
            value.putArray("message_echoes").add(message(data).put("to", digits(data, "to")));
            return Optional.of(envelope(number, "smb_message_echoes", value));
        }
        ObjectNode contact = value.putArray("contacts").addObject();
        contact.putObject("profile").put("name", data.path("participantName").asText());
        contact.put(isPhone(data, "from") ? "wa_id" : "user_id", digits(data, "from"));
        value.putArray("messages").add(message(data));
        return Optional.of(envelope(number, "messages", value));
    }

    private static ObjectNode value(SimulatedNumber number) {
        ObjectNode value = object().put("messaging_product", "whatsapp");
        value.putObject("metadata")
                .put("display_phone_number", number.number())
                .put("phone_number_id", number.phoneNumberId());
        return value;
    }

    private static ObjectNode envelope(SimulatedNumber number, String field, ObjectNode value) {
        ObjectNode envelope = object().put("object", "whatsapp_business_account");
        ObjectNode entry = envelope.putArray("entry").addObject().put("id", number.businessAccountId());
        entry.putArray("changes").addObject().put("field", field).set("value", value);
        return envelope;
    }

    private static ObjectNode status(JsonNode data) {
        String state = data.path("status").asText().toLowerCase(Locale.ROOT);
        ObjectNode status = object().put("id", data.get("messageId").textValue())
                .put("status", state)
                .put("timestamp", timestamp(data))
                .put("recipient_id", digits(data, "to"));
        if (state.equals("failed")) {
            ObjectNode error = status.putArray("errors")
                    .addObject()
                    .put("code", ERRORS.getOrDefault(data.path("errorCode").asText(), UNDELIVERABLE))
                    .put("title", "Message undeliverable")
                    .put("message", "Message undeliverable");
            error.putObject("error_data")
                    .put("details", data.path("errorMessage").asText());
        } else {
            status.putObject("pricing")
                    .put("billable", true)
                    .put("pricing_model", "PMP")
                    .put("type", "regular")
                    .put("category", data.path("type").asText().equals("template") ? "utility" : "service");
        }
        return status;
    }

    private static ObjectNode message(JsonNode data) {
        ObjectNode message = object().put(isPhone(data, "from") ? "from" : "from_user_id", digits(data, "from"))
                .put("id", data.get("messageId").textValue())
                .put("timestamp", timestamp(data));
        if (data.path("groupId").isTextual()) {
            message.put("group_id", data.get("groupId").textValue().replace(GROUP, ""));
        }
        if (data.path("quotedMessageId").isTextual()) {
            message.putObject("context").put("id", data.get("quotedMessageId").textValue());
        }
        if (data.path("referral") instanceof ObjectNode referral) {
            message.putObject("referral")
                    .put("source_type", referral.path("sourceType").asText())
                    .put("source_id", referral.path("sourceId").asText())
                    .put("source_url", referral.path("sourceUrl").asText());
        }
        return content(message, data);
    }

    private static ObjectNode content(ObjectNode message, JsonNode data) {
        String type = data.path("type").asText();
        String content = data.path("content").asText();
        switch (type) {
            case "text" -> message.put("type", type).putObject(type).put("body", content);
            case "button" -> reply(message, "button_reply", data);
            case "interactive" -> reply(message, "list_reply", data);
            case "reaction", "location", "contacts" -> message.put("type", type).set(type, data.get(type));
            default -> {
                ObjectNode media = message.put("type", type).putObject(type);
                put(media, "id", data.path("mediaId"));
                put(media, "url", data.path("mediaLink"));
                put(media, "caption", data.path("mediaCaption"));
                put(media, "filename", data.path("mediaFilename"));
            }
        }
        return message;
    }

    private static void reply(ObjectNode message, String kind, JsonNode data) {
        ObjectNode interactive =
                message.put("type", "interactive").putObject("interactive").put("type", kind);
        interactive
                .putObject(kind)
                .put("id", data.path("buttonId").asText())
                .put("title", data.path("content").asText());
    }

    private static void put(ObjectNode object, String field, JsonNode value) {
        if (value.isTextual()) {
            object.set(field, value);
        }
    }

    private static boolean isPhone(JsonNode data, String field) {
        return data.path(field).asText().startsWith("+");
    }

    private static String digits(JsonNode data, String field) {
        return data.path(field).asText().replaceFirst("^\\+", "");
    }

    private static String timestamp(JsonNode data) {
        return Long.toString(Instant.parse(data.path("createdAt").asText()).getEpochSecond());
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
