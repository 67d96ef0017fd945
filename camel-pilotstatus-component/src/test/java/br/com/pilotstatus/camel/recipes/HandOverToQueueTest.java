/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.recipes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import br.com.pilotstatus.camel.model.WebhookEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The recipe that hands events over to a queue, on a real broker that keeps its messages on disk. */
@Timeout(120)
class HandOverToQueueTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String QUEUE = "whatsapp.events";

    @TempDir
    private Path directory;

    private final List<WebhookEvent> worked = new CopyOnWriteArrayList<>();
    private final Node node = new Node();
    private Processor work = exchange -> {};
    private Broker broker;

    /** As the page shows them. */
    static final class Routes extends RouteBuilder {
        @Override
        public void configure() {
            from("pilotstatus:webhook").setBody(simple("${body.json}")).to("jms:queue:whatsapp.events");

            from("jms:queue:whatsapp.events?transacted=true&lazyCreateTransactionManager=false&cacheLevelName=CACHE_CONSUMER")
                    .unmarshal()
                    .json(WebhookEvent.class)
                    .to("direct:work");
        }
    }

    @BeforeEach
    void startBroker() throws Exception {
        broker = new Broker(directory);
        broker.start();
        node.bind("connectionFactory", new ActiveMQConnectionFactory(broker.url()))
                .property("camel.component.jms.recovery-interval", "200")
                // So long does a stop wait for the consumer of the queue.
                .property("camel.component.jms.receive-timeout", "100");
    }

    @AfterEach
    void stop() throws Exception {
        node.close();
        broker.stop();
    }

    private void start(Language language) throws Exception {
        language.addTo(node, new Routes(), "jms:queue:whatsapp.events");
        node.routes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:work").process(exchange -> {
                    worked.add(exchange.getMessage().getBody(WebhookEvent.class));
                    work.process(exchange);
                });
            }
        });
        node.start();
    }

    @ParameterizedTest
    @EnumSource
    void theSenderIsAnsweredOnceTheQueueHasTheEvent(Language language) throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        work = exchange -> assertThat(release.await(20, TimeUnit.SECONDS)).isTrue();
        start(language);

        assertThat(node.deliver(Events.received("cmq1")).statusCode()).isEqualTo(200);
        assertThat(broker.depth(QUEUE)).isEqualTo(1);
        release.countDown();

        await().atMost(SOON).until(() -> broker.depth(QUEUE) == 0);
        assertThat(worked).map(WebhookEvent::json).containsExactly(Events.received("cmq1"));
    }

    @ParameterizedTest
    @EnumSource
    void whileTheBrokerIsAwayTheSenderIsToComeAgain(Language language) throws Exception {
        start(language);
        broker.stop();

        assertThat(node.deliver(Events.received("cmq1")).statusCode()).isEqualTo(500);
        broker.start();
        assertThat(node.deliver(Events.received("cmq1")).statusCode()).isEqualTo(200);

        await().atMost(SOON).until(() -> worked.size() == 1 && broker.depth(QUEUE) == 0);
    }

    @ParameterizedTest
    @EnumSource
    void workThatFailsIsDoneAgainWithoutTheSender(Language language) throws Exception {
        work = exchange -> {
            if (worked.size() < 3) {
                throw new IllegalStateException("no disk");
            }
        };
        start(language);

        assertThat(node.deliver(Events.received("cmq1")).statusCode()).isEqualTo(200);

        await().atMost(SOON).until(() -> worked.size() == 3 && broker.depth(QUEUE) == 0);
        assertThat(worked).map(WebhookEvent::id).containsOnly("cmq1");
    }

    @ParameterizedTest
    @EnumSource
    void whatWasAnsweredOutlivesTheBroker(Language language) throws Exception {
        start(language);

        String worker = worker();
        node.context().getRouteController().stopRoute(worker);

        assertThat(node.deliver(Events.received("cmq1")).statusCode()).isEqualTo(200);
        broker.stop();
        broker.start();
        node.context().getRouteController().startRoute(worker);

        await().atMost(SOON).until(() -> worked.size() == 1 && broker.depth(QUEUE) == 0);
    }

    /** The id of the route that takes events from the queue. */
    private String worker() {
        return node.context().getRoutes().stream()
                .filter(route -> route.getEndpoint().getEndpointUri().startsWith("jms"))
                .findFirst()
                .orElseThrow()
                .getRouteId();
    }
}
