/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.pilotstatus.camel.model.Json;
import br.com.pilotstatus.camel.model.WebhookEvent;
import br.com.pilotstatus.camel.store.ClaimStore;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
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
    private static final Pattern KEY = Pattern.compile(
            "/[A-Z]+\\|[0-9a-f]{16}\\|(sha256:[0-9a-f]{64}(\\|\\d+)?|[A-Za-z0-9._-]+(\\|([A-Za-z0-9_-]{0,64}|sha256:[0-9a-f]{64})){2})");
    /** Takes 15 and 1.5E+1 for one, which are written alike, and not 1.5 and 1.50. */
    private static final Comparator<JsonNode> BY_VALUE = (one, other) -> {
        boolean same = one.isNumber() ? other.isNumber() && one.asText().equals(other.asText()) : one.equals(other);
        return same ? 0 : 1;
    };

    /** Every view that a record has, those that come with later versions included. */
    private static final ClassValue<List<Method>> VIEWS = new ClassValue<>() {
        @Override
        protected List<Method> computeValue(Class<?> type) {
            return Arrays.stream(type.getDeclaredMethods())
                    .filter(view -> Modifier.isPublic(view.getModifiers()) && !Modifier.isStatic(view.getModifiers()))
                    .filter(view -> view.getParameterCount() == 0)
                    .toList();
        }
    };

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
                .allMatch(claim -> claim.key().length() <= LONGEST_KEY
                        && KEY.matcher(claim.key()).matches());
    }

    private static void assertHeadersAreOurs(Message message) {
        message.getHeaders().forEach((name, value) -> {
            assertThat(name).startsWith("CamelPilotStatusEvent");
            assertThat(value).isInstanceOfAny(String.class, Integer.class, Boolean.class);
        });
    }

    private static void readViews(Object viewed) throws ReflectiveOperationException {
        for (Method view : VIEWS.get(viewed.getClass())) {
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

    private void assertEveryFormSaysTheSame(WebhookEvent event) throws Exception {
        byte[] bytes = convert(event, byte[].class);
        JsonNode json = Json.mapper().readTree(bytes);
        assertSame(json, Json.mapper().readTree(event.json()));
        assertSame(json, convert(event, JsonNode.class));
        assertSame(json, Json.mapper().valueToTree(convert(event, Map.class)));
        assertSame(json, Json.mapper().readTree(convert(event, String.class)));
        assertThat(convert(event, InputStream.class).readAllBytes()).isEqualTo(bytes);
        WebhookEvent readBack = Json.mapper().readValue(bytes, WebhookEvent.class);
        assertThat(readBack.name()).isEqualTo(event.name());
        assertSame(Json.mapper().valueToTree(event.data()), Json.mapper().valueToTree(readBack.data()));
    }

    private static void assertSame(JsonNode expected, JsonNode actual) {
        assertThat(actual.equals(BY_VALUE, expected)).isTrue();
    }

    private <T> T convert(WebhookEvent event, Class<T> type) throws Exception {
        return converter.mandatoryConvertTo(type, event);
    }
}
