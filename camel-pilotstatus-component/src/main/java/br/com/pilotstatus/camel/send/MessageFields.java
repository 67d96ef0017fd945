/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.send;

import br.com.pilotstatus.camel.error.ErrorCode;
import br.com.pilotstatus.camel.error.PilotStatusValidationException;
import br.com.pilotstatus.camel.model.Json;
import br.com.pilotstatus.camel.model.JsonRecord;
import br.com.pilotstatus.camel.value.Content;
import br.com.pilotstatus.camel.value.JsonValues;
import br.com.pilotstatus.camel.value.TextValues;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;

/** Makes a message of fields in the API's names, whose values are whatever a route has at hand. */
final class MessageFields {

    private MessageFields() {}

    /** Gives the objects in a message the form that JSON has for them, whatever a route put there. */
    static void plain(Draft message, Exchange exchange) {
        message.header = plain("header", message.header, exchange);
        message.footer = plain("footer", message.footer, exchange);
        if (message.buttons != null) {
            message.buttons = message.buttons.stream()
                    .map(button -> plain("buttons", button, exchange))
                    .toList();
        }
        if (message.marketingOptions != null) {
            message.marketingOptions = object("marketingOptions", message.marketingOptions, exchange);
        }
        if (!message.additional.isEmpty()) {
            Map<String, Object> fields = new LinkedHashMap<>(message.additional);
            fields.replaceAll((name, value) -> JsonValues.of(name, value, exchange));
            message.additional = fields;
        }
    }

    /**
     * Reads fields of an object.
     *
     * @param fields  each with its value
     * @param unknown whether fields that this version does not know belong to the message, as new ones of the API. They do not
     *                where its content came from elsewhere: what else a row of a database holds is nobody's to know.
     */
    static Draft read(Map<String, Object> fields, boolean unknown, Exchange exchange) {
        Draft message = new Draft();
        Map<String, Object> others = new LinkedHashMap<>();
        fields.forEach((name, value) -> {
            if (!isRead(message, name, value, exchange) && unknown) {
                others.put(name, JsonValues.of(name, value, exchange));
            }
        });
        message.additional = others;
        return message;
    }

    /** Whether it was a field that this version knows. */
    private static boolean isRead(Draft message, String name, Object value, Exchange exchange) {
        switch (name) {
            case "destinationNumber" -> message.destinationNumber = TextValues.phone(name, value, exchange);
            case "groupId" -> message.groupId = TextValues.text(name, value, exchange);
            case "newsletterId" -> message.newsletterId = TextValues.text(name, value, exchange);
            case "templateId" -> message.templateId = TextValues.text(name, value, exchange);
            case "variables" -> message.variables = object(name, value, exchange);
            case "text" -> message.text = TextValues.text(name, value, exchange);
            case "media" ->
                message.media = Content.is(value, exchange) ? value : TextValues.text(name, value, exchange);
            case "mediaType" -> message.mediaType = TextValues.text(name, value, exchange);
            case "fileName" -> message.fileName = TextValues.text(name, value, exchange);
            case "caption" -> message.caption = TextValues.text(name, value, exchange);
            case "buttons" -> message.buttons = as(List.class, name, value, exchange);
            case "header" -> message.header = plain(name, value, exchange);
            case "footer" -> message.footer = plain(name, value, exchange);
            case "deliverAt" -> message.deliverAt = TextValues.time(name, value, exchange);
            case "deliverUntil" -> message.deliverUntil = TextValues.time(name, value, exchange);
            case "labels" -> {
                List<?> labels = as(List.class, name, value, exchange);
                message.labels = labels == null ? null : TextValues.texts(name, labels, exchange);
            }
            case "marketingOptions" -> message.marketingOptions = object(name, value, exchange);
            case "markRead" -> message.markRead = as(Boolean.class, name, value, exchange);
            default -> {
                return false;
            }
        }
        return true;
    }

    /** A value of JSON as one of Java. */
    private static Object plain(String name, Object value, Exchange exchange) {
        Object json = JsonValues.of(name, value, exchange);
        return json instanceof JsonNode || json instanceof JsonRecord ? as(Object.class, json) : json;
    }

    @SuppressWarnings("unchecked") // An object of JSON has texts for names.
    private static Map<String, Object> object(String name, Object value, Exchange exchange) {
        return as(Map.class, name, value, exchange);
    }

    private static <T> T as(Class<T> type, String name, Object value, Exchange exchange) {
        Object json = JsonValues.of(name, value, exchange);
        return json == null || type.isInstance(json) ? type.cast(json) : as(type, json);
    }

    private static <T> T as(Class<T> type, Object json) {
        try {
            return Json.mapper().convertValue(json, type);
        } catch (IllegalArgumentException e) {
            // Without the cause, whose text quotes the value.
            throw new PilotStatusValidationException(
                    ErrorCode.BODY_FIELD, "body", "is no message in the API's field names: a field has a wrong type");
        }
    }
}
