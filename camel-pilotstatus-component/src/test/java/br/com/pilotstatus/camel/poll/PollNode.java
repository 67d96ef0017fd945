/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.poll;

import static org.awaitility.Awaitility.await;

import br.com.pilotstatus.camel.PilotStatusComponent;
import br.com.pilotstatus.camel.PilotStatusConfiguration;
import br.com.pilotstatus.camel.PilotStatusPollConsumer;
import br.com.pilotstatus.camel.model.WebhookEvent;
import br.com.pilotstatus.camel.store.ClaimStore;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.RouteController;

/** One application that polls. Keeps the events that its route has processed. */
final class PollNode implements AutoCloseable {

    static final String ROUTE = "poller";
    static final Duration SOON = Duration.ofSeconds(20);

    private final DefaultCamelContext context = new DefaultCamelContext();
    private final List<Message> received = new CopyOnWriteArrayList<>();
    private volatile Processor step = exchange -> {};

    /** A node that is not started, with an inbox in memory. */
    PollNode(String baseUrl, String apiKey) {
        PilotStatusComponent component = new PilotStatusComponent();
        component.getConfiguration().setBaseUrl(baseUrl);
        component.getConfiguration().setApiKey(apiKey);
        component.getConfiguration().setMaxAttempts(1);
        context.addComponent("pilotstatus", component);
        context.getShutdownStrategy().setTimeout(20);
    }

    PollNode with(Consumer<PilotStatusConfiguration> options) {
        options.accept(
                context.getComponent("pilotstatus", PilotStatusComponent.class).getConfiguration());
        return this;
    }

    PollNode with(ClaimStore inbox) {
        return with(options -> options.setInbox(inbox));
    }

    /** What the route does with an event before it counts as received. */
    PollNode doing(Processor processor) {
        step = processor;
        return this;
    }

    /** Starts a route that polls fifty times a second unless told otherwise. */
    PollNode start(String options) throws Exception {
        String delay = options.contains("&delay=") ? "" : "&delay=20";
        return start(new RouteBuilder() {
            @Override
            public void configure() {
                from("pilotstatus:poll?initialDelay=1" + delay + options)
                        .routeId(ROUTE)
                        .process(exchange -> step.process(exchange))
                        .process(exchange -> received.add(exchange.getMessage().copy()));
            }
        });
    }

    PollNode start(RoutesBuilder routes) throws Exception {
        context.addRoutes(routes);
        context.start();
        return this;
    }

    DefaultCamelContext context() {
        return context;
    }

    RouteController routes() {
        return context.getRouteController();
    }

    PilotStatusPollConsumer consumer() {
        return (PilotStatusPollConsumer) context.getRoute(ROUTE).getConsumer();
    }

    List<Message> messages() {
        return List.copyOf(received);
    }

    List<WebhookEvent> events() {
        return received.stream()
                .map(message -> message.getBody(WebhookEvent.class))
                .toList();
    }

    /** What was received so far: name and id of each event. */
    List<String> names() {
        return events().stream().map(event -> event.name() + " " + event.id()).toList();
    }

    List<String> ids() {
        return events().stream().map(WebhookEvent::id).toList();
    }

    List<String> texts() {
        return events().stream().map(WebhookEvent::text).toList();
    }

    void awaitEvents(int count) {
        await().atMost(SOON).until(() -> received.size() >= count);
    }

    /** Waits for polls that begin after now and have ended. */
    void awaitPolls(int count) {
        // The one under way, if any, ends and counts too.
        long target = consumer().getCounter() + count + 1;
        await().atMost(SOON).until(() -> consumer().getCounter() > target);
    }

    /** Fails each event that matches, until told otherwise. */
    static Processor failing(String id, BooleanSupplier still) {
        return exchange -> {
            WebhookEvent event = exchange.getMessage().getBody(WebhookEvent.class);
            if (id.equals(event.id()) && still.getAsBoolean()) {
                throw new IllegalStateException("no database");
            }
        };
    }

    @Override
    public void close() {
        context.stop();
    }
}
