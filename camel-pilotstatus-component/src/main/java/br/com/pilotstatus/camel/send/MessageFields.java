/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.send;

import br.com.pilotstatus.camel.error.ErrorCode;
import br.com.pilotstatus.camel.error.PilotStatusValidationException;
import br.com.pilotstatus.camel.model.Json;
import br.com.pilotstatus.camel.model.SendMessage;
import br.com.pilotstatus.camel.value.Content;
import br.com.pilotstatus.camel.value.JsonValues;
import br.com.pilotstatus.camel.value.TextValues;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;

/** Makes a message of fields in the API's names, whose values are whatever a route has at hand. */
final class MessageFields {

    private static final Set<String> TEXTS = Arrays.stream(SendMessage.class.getRecordComponents())
            .filter(component -> component.getType() == String.class)
            .map(RecordComponent::getName)
            .collect(Collectors.toUnmodifiableSet());

    private MessageFields() {}

    /** The message with the objects in it as JSON has them, whatever a route put there. */
    static SendMessage plain(SendMessage message, Exchange exchange) {
        SendMessage.Builder plain = message.toBuilder()
                .header(JsonValues.of("header", message.header(), exchange))
                .footer(JsonValues.of("footer", message.footer(), exchange));
        if (message.buttons() != null) {
            plain.buttons((List<?>) JsonValues.of("buttons", message.buttons(), exchange));
        }
        if (message.marketingOptions() != null) {
            plain.marketingOptions(object("marketingOptions", message.marketingOptions(), exchange));
        }
        message.additional().forEach((name, value) -> plain.additional(name, JsonValues.of(name, value, exchange)));
        return plain.build();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(String field, Map<String, Object> object, Exchange exchange) {
        return (Map<String, Object>) JsonValues.of(field, object, exchange);
    }

    static SendMessage read(Map<String, Object> fields, Exchange exchange) {
        Map<String, Object> plain = new LinkedHashMap<>(fields);
        Object destination = plain.remove("destinationNumber");
        Object media = plain.remove("media");
        Object deliverAt = plain.remove("deliverAt");
        Object deliverUntil = plain.remove("deliverUntil");
        plain.replaceAll((name, value) ->
                TEXTS.contains(name) ? TextValues.text(name, value, exchange) : JsonValues.of(name, value, exchange));
        try {
            return Json.mapper().convertValue(plain, SendMessage.class).toBuilder()
                    .to(TextValues.phone("destinationNumber", destination, exchange))
                    .media(Content.is(media, exchange) ? media : TextValues.text("media", media, exchange))
                    .deliverAt(TextValues.time("deliverAt", deliverAt, exchange))
                    .deliverUntil(TextValues.time("deliverUntil", deliverUntil, exchange))
                    .build();
        } catch (IllegalArgumentException e) {
            // Without the cause, whose text quotes the value.
            throw new PilotStatusValidationException(
                    ErrorCode.BODY_FIELD, "body", "is no message in the API's field names: a field has a wrong type");
        }
    }
}
