/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.transform;

import static java.nio.charset.StandardCharsets.UTF_8;

import br.com.pilotstatus.camel.event.EventKey;
import br.com.pilotstatus.camel.model.Json;
import br.com.pilotstatus.camel.model.WebhookEvent;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.camel.Message;
import org.apache.camel.cloudevents.CloudEvent;
import org.apache.camel.cloudevents.CloudEvents;
import org.apache.camel.spi.DataType;
import org.apache.camel.spi.DataTypeTransformer;
import org.apache.camel.spi.Transformer;

/**
 * Makes a CloudEvent of an event: its JSON as the data, and Camel's headers of CloudEvents. A repeated event has the same id,
 * and another event another, unless its bytes are the same; no attribute tells of a person.
 */
@DataTypeTransformer(
        name = "pilotstatus:application-cloudevents",
        description = "Sets the CloudEvent headers for a Pilot Status event, and makes its JSON the body")
public class CloudEventDataTypeTransformer extends Transformer {

    private static final String ORIGIN = "https://pilotstatus.com.br";
    private static final String TYPE_PREFIX = "br.com.pilotstatus.";
    private static final String JSON = "application/json";

    @Override
    public void transform(Message message, DataType from, DataType to) throws JsonProcessingException {
        if (!(message.getBody() instanceof WebhookEvent event)) {
            throw new IllegalArgumentException(
                    "pilotstatus:application-cloudevents makes a CloudEvent of a WebhookEvent only; unmarshal JSON to one");
        }
        JsonNode json = Json.mapper().valueToTree(event);
        byte[] data = Json.mapper().writeValueAsBytes(json);
        set(
                message,
                CloudEvent.CAMEL_CLOUD_EVENT_ID,
                EventKey.of("pilotstatus", event, data).value());
        set(message, CloudEvent.CAMEL_CLOUD_EVENT_VERSION, CloudEvents.v1_0.version());
        set(message, CloudEvent.CAMEL_CLOUD_EVENT_TYPE, TYPE_PREFIX + event.name());
        set(message, CloudEvent.CAMEL_CLOUD_EVENT_SOURCE, source(event));
        set(message, CloudEvent.CAMEL_CLOUD_EVENT_SUBJECT, subject(event));
        set(message, CloudEvent.CAMEL_CLOUD_EVENT_TIME, time(event.createdAt()));
        set(message, CloudEvent.CAMEL_CLOUD_EVENT_DATA_CONTENT_TYPE, JSON);
        set(message, CloudEvent.CAMEL_CLOUD_EVENT_CONTENT_TYPE, JSON);
        // The JSON as received, and as bytes: text would be written in the character set of whatever sends it.
        message.setBody(event.json().getBytes(UTF_8));
    }

    /** The number that the event belongs to. */
    private static String source(WebhookEvent event) {
        String number = event.numberId();
        return number != null && EventKey.isHarmless(number) ? ORIGIN + "/numbers/" + number : ORIGIN;
    }

    /** The message or the call that the event is about. */
    private static String subject(WebhookEvent event) {
        return Stream.of(event.messageId(), event.id())
                .filter(Objects::nonNull)
                .filter(EventKey::isHarmless)
                .findFirst()
                .orElse(null);
    }

    private static String time(Instant time) {
        return time == null ? null : time.toString();
    }

    /** An attribute that the event does not have must not be left from another. */
    private static void set(Message message, String header, String value) {
        if (value == null) {
            message.removeHeader(header);
        } else {
            message.setHeader(header, value);
        }
    }
}
