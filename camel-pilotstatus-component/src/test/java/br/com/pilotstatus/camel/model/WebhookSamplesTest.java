/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.model;

import static br.com.pilotstatus.camel.receive.WebhookRuntime.assertAnswer;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import br.com.pilotstatus.camel.receive.WebhookRuntime;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.apache.camel.Message;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Every sample of an event, current and older, over the wire: into the body and into the headers. */
public class WebhookSamplesTest {

    private static final Map<String, JsonNode> SAMPLES = samples();

    private WebhookRuntime runtime;

    @BeforeEach
    void start() throws Exception {
        runtime = WebhookRuntime.toMock();
    }

    @AfterEach
    void stop() {
        runtime.close();
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/webhook-samples.csv", numLinesToSkip = 1, nullValues = "-")
    void aSampleIsReadRight(
            String sample,
            String messageId,
            String whatsappMessageId,
            String from,
            String to,
            String text,
            String type,
            String status,
            Integer rank,
            String numberId,
            String time) {
        assertAnswer(runtime.event(SAMPLES.get(sample).toString()), 200);

        Message message = runtime.mock("route").getExchanges().get(0).getMessage();
        WebhookEvent event = message.getBody(WebhookEvent.class);
        assertThat(Json.mapper().<JsonNode>valueToTree(event)).isEqualTo(SAMPLES.get(sample));
        assertThat(event.messageId()).isEqualTo(messageId);
        assertThat(event.whatsappMessageId()).isEqualTo(whatsappMessageId);
        assertThat(event.from()).isEqualTo(from);
        assertThat(event.to()).isEqualTo(to);
        assertThat(event.text()).isEqualTo(text);
        assertThat(event.type()).isEqualTo(type);
        assertThat(event.status()).isEqualTo(status);
        assertThat(event.statusRank()).isEqualTo(rank);
        assertThat(event.numberId()).isEqualTo(numberId);
        assertThat(Objects.toString(event.createdAt(), null)).isEqualTo(time);
        assertHeaders(message, event);
    }

    private static void assertHeaders(Message message, WebhookEvent event) {
        Map<String, Object> expected = new LinkedHashMap<>();
        expected.put("CamelPilotStatusEvent", event.name());
        expected.put("CamelPilotStatusEventId", event.id());
        expected.put("CamelPilotStatusEventMessageId", event.messageId());
        expected.put("CamelPilotStatusEventWhatsappMessageId", event.whatsappMessageId());
        expected.put("CamelPilotStatusEventSender", event.from());
        expected.put("CamelPilotStatusEventRecipient", event.to());
        expected.put("CamelPilotStatusEventNumberId", event.numberId());
        expected.put("CamelPilotStatusEventMessageType", event.type());
        expected.put("CamelPilotStatusEventStatus", event.status());
        expected.put("CamelPilotStatusEventStatusRank", event.statusRank());
        expected.put("CamelPilotStatusEventStale", event.reportsStatus() ? staleness(message) : null);
        expected.put("CamelPilotStatusEventQuotedMessageId", event.quotedMessageId());
        expected.put("CamelPilotStatusEventButtonId", event.buttonId());
        expected.put("CamelPilotStatusEventErrorCode", event.errorCode());
        expected.put("CamelPilotStatusEventFromMe", event.data().containsKey("fromMe") ? event.fromMe() : null);
        expected.values().removeIf(value -> value == null);
        assertThat(message.getHeaders()).isEqualTo(expected);
    }

    // The samples tell of one message over and over, in no order; WebhookOnceTest shows what is stale.
    private static Object staleness(Message message) {
        assertThat(message.getHeader("CamelPilotStatusEventStale")).isInstanceOf(Boolean.class);
        return message.getHeader("CamelPilotStatusEventStale");
    }

    @Test
    void noSampleIsLeftOut() throws IOException {
        Set<String> read = new TreeSet<>();
        try (InputStream csv = resource("/webhook-samples.csv")) {
            new String(csv.readAllBytes(), UTF_8)
                    .lines()
                    .skip(1)
                    .forEach(line -> read.add(line.substring(0, line.indexOf(','))));
        }
        // Told as other events than the one that it is: see MetaWebhookTest.
        read.add("metaNative");
        assertThat(read).isEqualTo(new TreeSet<>(SAMPLES.keySet()));
    }

    @Test
    void theMediaOfASampleIsReadRight() {
        assertAnswer(runtime.event(SAMPLES.get("v3/message.received#media").toString()), 200);

        assertThat(received().media().link()).isEqualTo("https://media.example.com/receipt.jpg");
        assertThat(received().media().type()).isEqualTo("image");
        assertThat(received().media().caption()).isEqualTo("Here is the receipt");
        assertThat(received().media().fileName()).isNull();
        assertThat(received().media().id()).isEqualTo("1029384756574839");
        assertThat(received().media().phoneNumberId()).isEqualTo("102938475657483");
    }

    @Test
    void theButtonOfASampleIsReadRight() {
        assertAnswer(runtime.event(SAMPLES.get("v3/message.reply#button").toString()), 200);

        assertThat(received().buttonId()).isEqualTo("confirm");
        assertThat(received().quotedMessageId()).isEqualTo("wamid.HBgNNTUxMTk3Nzc3MDAwMBUCABEYEjAwRkFLRUVYQU1QTEUA");
        assertThat(received().participantName()).isEqualTo("Marina");
    }

    @Test
    void theGroupOfASampleIsReadRight() {
        assertAnswer(runtime.event(SAMPLES.get("older/message.group").toString()), 200);

        assertThat(received().groupId()).isEqualTo("120363123456789012@g.us");
        assertThat(received().participantName()).isEqualTo("Marina");
    }

    @Test
    void theChannelOfASampleIsReadRight() {
        assertAnswer(runtime.event(SAMPLES.get("v3/message.newsletter").toString()), 200);

        assertThat(received().newsletterId()).isEqualTo("120363426657042325@newsletter");
        assertThat(received().media()).isNull();
    }

    @Test
    void theErrorOfASampleIsReadRight() {
        assertAnswer(runtime.event(SAMPLES.get("v3/message.failed").toString()), 200);

        assertThat(received().errorCode()).isEqualTo("META_OUTSIDE_24H_WINDOW");
    }

    private WebhookEvent received() {
        return runtime.mock("route").getExchanges().get(0).getMessage().getBody(WebhookEvent.class);
    }

    /** All samples by name: those of today, the older ones, the envelope of Meta. */
    public static Map<String, JsonNode> samples() {
        Map<String, JsonNode> samples = new LinkedHashMap<>();
        try (InputStream json = resource("/webhook-events.json")) {
            JsonNode file = Json.mapper().readTree(json);
            file.get("v3")
                    .properties()
                    .forEach(sample -> samples.put(
                            "v3/" + sample.getKey(), sample.getValue().get("payload")));
            file.get("older")
                    .properties()
                    .forEach(sample -> samples.put("older/" + sample.getKey(), sample.getValue()));
            samples.put("metaNative", file.get("metaNative").get("payload"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return samples;
    }

    private static InputStream resource(String name) {
        return WebhookSamplesTest.class.getResourceAsStream(name);
    }
}
