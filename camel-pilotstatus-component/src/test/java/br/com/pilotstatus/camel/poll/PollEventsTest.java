/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import br.com.pilotstatus.camel.PilotStatusComponent;
import br.com.pilotstatus.camel.PilotStatusConstants;
import br.com.pilotstatus.camel.model.WebhookEvent;
import br.com.pilotstatus.camel.receive.WebhookRuntime;
import br.com.pilotstatus.simulator.PilotStatusSimulator;
import br.com.pilotstatus.simulator.PilotStatusSimulatorExtension;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.Message;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One conversation, received by webhook and by polling: the same events, but for what a history does not tell. */
@Timeout(60)
class PollEventsTest {

    private static final String CUSTOMER = "+5511977770000";
    private static final Duration STEP = Duration.ofMinutes(1);

    /** The views that differ, as the page about polling says. */
    private static final Map<String, Set<String>> UNKNOWN_TO_HISTORY = Map.of(
            "message.received", Set.of("to"),
            "message.reply", Set.of("to", "messageId", "buttonId", "type", "correlationId"),
            "message.sent", Set.of("from", "type", "correlationId"),
            "message.delivered", Set.of("from", "type", "correlationId"),
            "message.read", Set.of("from", "type", "correlationId"),
            "message.failed", Set.of("from", "errorCode", "errorMessage", "createdAt", "correlationId"));

    private static final Map<String, String> HEADER_OF_VIEW = Map.of(
            "to", PilotStatusConstants.EVENT_RECIPIENT,
            "from", PilotStatusConstants.EVENT_SENDER,
            "type", PilotStatusConstants.EVENT_MESSAGE_TYPE,
            "messageId", PilotStatusConstants.EVENT_MESSAGE_ID,
            "buttonId", PilotStatusConstants.EVENT_BUTTON_ID,
            "errorCode", PilotStatusConstants.EVENT_ERROR_CODE);

    @RegisterExtension
    static final PilotStatusSimulatorExtension EXTENSION = new PilotStatusSimulatorExtension();

    private final PilotStatusSimulator simulator = EXTENSION.simulator();
    private final Map<String, Message> byWebhook = new ConcurrentHashMap<>();
    private final Map<String, Message> byPolling = new ConcurrentHashMap<>();
    private WebhookRuntime runtime;

    @BeforeEach
    void start() throws Exception {
        simulator.configure(s -> s.with(s.lifecycle().withDelays(STEP, STEP.multipliedBy(2), STEP.multipliedBy(3))));
        runtime = WebhookRuntime.withServer();
        PilotStatusComponent component = new PilotStatusComponent();
        component.getConfiguration().setBaseUrl(simulator.baseUrl());
        component.getConfiguration().setAccountKey(simulator.accountKey());
        component.getConfiguration().setWhatsappNumberId(simulator.numberId());
        runtime.context().addComponent("pilotstatus", component);
        runtime.context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(WebhookRuntime.FROM)
                        .process(exchange ->
                                keep(byWebhook, exchange.getMessage().copy()));
                from("pilotstatus:poll?initialDelay=1&delay=50")
                        .process(exchange ->
                                keep(byPolling, exchange.getMessage().copy()));
            }
        });
        runtime.context().start();
        simulator
                .webhooks()
                .create(
                        simulator.numberId(),
                        "http://127.0.0.1:" + runtime.port() + WebhookRuntime.PATH + "?token=" + WebhookRuntime.TOKEN,
                        "*");
    }

    @AfterEach
    void stop() {
        runtime.close();
    }

    private static void keep(Map<String, Message> events, Message message) {
        WebhookEvent event = message.getBody(WebhookEvent.class);
        assertThat(events.put(event.name() + " " + event.id(), message)).isNull();
    }

    /** Lets a message reach its next state and waits until both have heard of it. */
    private void pass(int eventsInAll) {
        simulator.clock().advance(STEP);
        awaitBoth(eventsInAll);
    }

    private void awaitBoth(int eventsInAll) {
        await().atMost(PollNode.SOON).until(() -> byWebhook.size() == eventsInAll);
        await().atMost(PollNode.SOON).until(() -> byPolling.size() == eventsInAll);
    }

    private String send(String uri, String text) {
        return runtime.context()
                .createFluentProducerTemplate()
                .to("pilotstatus:" + uri)
                .withBody(text)
                .send()
                .getMessage()
                .getHeader(PilotStatusConstants.MESSAGE_ID, String.class);
    }

    private void talk() {
        simulator.inbound().text(CUSTOMER, "Hello");
        simulator.inbound().media(CUSTOMER, "image", "https://media.example.com/1", "My garden", "garden.jpg");
        simulator.inbound().reaction(CUSTOMER, "👍");
        awaitBoth(3);
        String answer = send("send?to=" + CUSTOMER, "How can we help?");
        pass(4);
        pass(5);
        pass(6);
        simulator.inbound().reply(answer, "With an order");
        simulator.inbound().buttonTap(answer, "yes", "Yes, please");
        awaitBoth(8);
        send("send?to=+5511900000207", "Are you there?");
        pass(9);
        pass(10);
        send("send?to=" + CUSTOMER + "&templateId=order_shipped&variables.name=Marina&variables.order=7", null);
        pass(11);
        pass(12);
        pass(13);
    }

    @Test
    void theEventsOfAConversationAreThoseOfTheWebhook() {
        talk();

        assertThat(byPolling.keySet()).isEqualTo(byWebhook.keySet());
        Map<String, Set<String>> differing = new TreeMap<>();
        byWebhook.forEach((key, expected) -> {
            WebhookEvent event = expected.getBody(WebhookEvent.class);
            differing
                    .computeIfAbsent(event.name(), name -> new TreeSet<>())
                    .addAll(differences(views(event), views(byPolling.get(key).getBody(WebhookEvent.class))));
        });
        assertThat(differing).containsExactlyInAnyOrderEntriesOf(UNKNOWN_TO_HISTORY);
    }

    @Test
    void theHeadersOfAConversationAreThoseOfTheWebhook() {
        talk();

        byWebhook.forEach((key, expected) -> {
            Set<String> unknown = UNKNOWN_TO_HISTORY.get(key.substring(0, key.indexOf(' '))).stream()
                    .map(HEADER_OF_VIEW::get)
                    .filter(Objects::nonNull)
                    .collect(Collectors.toSet());
            assertThat(differences(expected.getHeaders(), byPolling.get(key).getHeaders()))
                    .as(key)
                    .isSubsetOf(unknown);
        });
    }

    /** Everything that the record says of an event, by the names of its views. */
    private static Map<String, Object> views(WebhookEvent event) {
        Map<String, Object> views = new LinkedHashMap<>();
        Arrays.stream(WebhookEvent.class.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !Modifier.isStatic(method.getModifiers()))
                .filter(method -> method.getParameterCount() == 0)
                .filter(method ->
                        !Set.of("data", "json", "toString", "hashCode").contains(method.getName()))
                .forEach(method -> views.put(method.getName(), value(method, event)));
        assertThat(views).hasSizeGreaterThan(15);
        return views;
    }

    private static Object value(Method method, WebhookEvent event) {
        try {
            return method.invoke(event);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    private static List<String> differences(Map<String, Object> one, Map<String, Object> other) {
        return Stream.concat(one.keySet().stream(), other.keySet().stream())
                .distinct()
                .filter(name -> !Objects.equals(one.get(name), other.get(name)))
                .collect(Collectors.toCollection(ArrayList::new));
    }
}
