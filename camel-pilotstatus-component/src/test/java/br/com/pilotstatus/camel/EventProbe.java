/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import br.com.pilotstatus.camel.model.Json;
import br.com.pilotstatus.camel.model.WebhookEvent;
import br.com.pilotstatus.camel.store.ClaimStore;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.TypeConverter;

/**
 * The route of a fuzzed receiver: does with an event all that a route may do, and keeps what went wrong, since the
 * receiver would only answer that the route failed.
 */
public final class EventProbe implements Processor {

    private static final int LONGEST_KEY = 512;

    private final TypeConverter converter;
    private final ClaimStore inbox;
    private int events;
    private WebhookEvent last;
    private Throwable failure;

    public EventProbe(CamelContext context, ClaimStore inbox) {
        this.converter = context.getTypeConverter();
        this.inbox = inbox;
    }

    @Override
    public void process(Exchange exchange) {
        events++;
        last = exchange.getMessage().getBody(WebhookEvent.class);
        try {
            assertKeyIsShortAndSaysNothing();
            assertHeadersAreOurs(exchange.getMessage());
            assertThat(last).hasToString("WebhookEvent[name=" + last.name() + ", data=xxxxxx]");
            readViews(last);
            assertEveryFormSaysTheSame(last);
        } catch (Throwable e) {
            failure = e;
        }
    }

    public void forget() {
        events = 0;
        last = null;
        failure = null;
    }

    /** How many events came. */
    public int events() {
        return events;
    }

    public WebhookEvent last() {
        return last;
    }

    /** What went wrong so far; null for nothing. */
    public Throwable failure() {
        return failure;
    }

    private void assertKeyIsShortAndSaysNothing() {
        // What Meta may tell of, too, is held under Meta's id as well.
        List<ClaimStore.OpenClaim> open = inbox.open("/", 3);
        assertThat(open)
                .hasSizeBetween(1, 2)
                .allSatisfy(
                        claim -> assertThat(claim.key())
                                .hasSizeLessThanOrEqualTo(LONGEST_KEY)
                                .matches(
                                        "/[A-Z]+\\|[0-9a-f]{16}\\|(sha256:[0-9a-f]{64}(\\|\\d+)?|[A-Za-z0-9._-]+(\\|([A-Za-z0-9_-]{0,64}|sha256:[0-9a-f]{64})){2})"));
    }

    private static void assertHeadersAreOurs(Message message) {
        message.getHeaders().forEach((name, value) -> {
            assertThat(name).startsWith("CamelPilotStatusEvent");
            assertThat(value).isInstanceOfAny(String.class, Integer.class, Boolean.class);
        });
    }

    // Every view there is, those that come with later versions included.
    private static void readViews(Object viewed) throws ReflectiveOperationException {
        for (Method view : viewed.getClass().getMethods()) {
            if (view.getParameterCount() == 0
                    && view.getDeclaringClass() == viewed.getClass()
                    && !Modifier.isStatic(view.getModifiers())) {
                Object value = view.invoke(viewed);
                if (value instanceof Record) {
                    readViews(value);
                } else if (value instanceof Collection<?> several) {
                    for (Object one : several) {
                        if (one instanceof Record) {
                            readViews(one);
                        }
                    }
                }
            }
        }
    }

    private void assertEveryFormSaysTheSame(WebhookEvent event) throws Exception {
        JsonNode json = Json.mapper().readTree(event.json());
        assertThat(convert(event, JsonNode.class)).isEqualTo(json);
        assertThat(Json.mapper().readTree(convert(event, String.class))).isEqualTo(json);
        assertThat(Json.mapper().readTree(convert(event, byte[].class))).isEqualTo(json);
        assertThat(convert(event, InputStream.class).readAllBytes()).isEqualTo(convert(event, byte[].class));
        assertThat(Json.mapper().<JsonNode>valueToTree(convert(event, Map.class)))
                .isEqualTo(json);
        WebhookEvent readBack = Json.mapper().readValue(convert(event, byte[].class), WebhookEvent.class);
        assertThat(readBack.name()).isEqualTo(event.name());
        assertThat(readBack.data()).isEqualTo(event.data());
        assertThat(readBack.json().getBytes(UTF_8)).isNotEmpty();
    }

    private <T> T convert(WebhookEvent event, Class<T> type) throws Exception {
        return converter.mandatoryConvertTo(type, event);
    }
}
