/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.poll;

import static br.com.pilotstatus.camel.poll.PollNode.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import br.com.pilotstatus.camel.error.PilotStatusAuthenticationException;
import br.com.pilotstatus.camel.error.PilotStatusException;
import br.com.pilotstatus.camel.error.PilotStatusTransportException;
import br.com.pilotstatus.camel.store.ClaimStore;
import br.com.pilotstatus.camel.store.MemoryClaimStore;
import br.com.pilotstatus.simulator.PilotStatusSimulator;
import br.com.pilotstatus.simulator.PilotStatusSimulatorExtension;
import br.com.pilotstatus.simulator.fault.Fault;
import br.com.pilotstatus.simulator.fault.FaultRule;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.support.DefaultPollingConsumerPollStrategy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a poll that fails looks like to who operates the application. */
@Timeout(60)
class PollFailureTest {

    private static final String CUSTOMER = "+5511977770000";

    @RegisterExtension
    static final PilotStatusSimulatorExtension EXTENSION = new PilotStatusSimulatorExtension();

    private final PilotStatusSimulator simulator = EXTENSION.simulator();
    private PollNode node = new PollNode(simulator.baseUrl(), simulator.apiKey());

    @AfterEach
    void stop() {
        node.close();
    }

    private HealthCheck.Result health() {
        return node.consumer().getHealthCheck().callReadiness();
    }

    private void awaitHealth(HealthCheck.State state) {
        await().atMost(SOON).until(() -> health().getState() == state);
    }

    private void breakApi(Fault fault) {
        simulator.faults().add(FaultRule.always(fault).on("listMessageHistory"));
    }

    @Test
    void noEventIsLostWhileTheServiceCannotBeReached() throws Exception {
        node.start("");
        node.awaitPolls(1);
        awaitHealth(HealthCheck.State.UP);
        breakApi(Fault.reset());
        awaitHealth(HealthCheck.State.DOWN);
        simulator.inbound().text(CUSTOMER, "Hello");
        assertThat(node.events()).isEmpty();
        simulator.faults().clear();
        node.awaitEvents(1);
        awaitHealth(HealthCheck.State.UP);

        assertThat(node.texts()).containsExactly("Hello");
    }

    @Test
    void aKeyThatIsRefusedShowsInTheHealthCheckWithItsStatus() throws Exception {
        node = new PollNode(simulator.baseUrl(), "ps_wrong");
        node.start("");
        awaitHealth(HealthCheck.State.DOWN);
        await().atMost(SOON).until(() -> health().getError().isPresent());

        assertThat(health().getError()).get().isInstanceOf(PilotStatusAuthenticationException.class);
        assertThat(health().getDetails()).containsEntry(HealthCheck.HTTP_RESPONSE_CODE, 401);
    }

    @Test
    void anAnswerThatCannotBeReadFailsThePoll() throws Exception {
        breakApi(Fault.garbageJson());
        node.start("");
        await().atMost(SOON).until(() -> health().getError().isPresent());

        assertThat(health().getError()).get().isInstanceOf(PilotStatusTransportException.class);
    }

    @Test
    void aNumberThatStoresNothingIsReportedWithWhatToChange() throws Exception {
        simulator.configure(s -> s.with(s.contract().withRelayOnly(true)));
        node.start("");
        await().atMost(SOON).until(() -> health().getError().isPresent());
        assertThat(health().getError())
                .get()
                .extracting(Throwable::getMessage)
                .asString()
                .contains("PII_RELAY_ONLY", "dashboard", "privacy (PII) mode", "pilotstatus:webhook");

        simulator.configure(s -> s.with(s.contract().withRelayOnly(false)));
        simulator.inbound().text(CUSTOMER, "Hello");
        node.awaitEvents(1);
    }

    @Test
    void thePollStrategyHearsOfAFailure() throws Exception {
        List<Exception> failures = new CopyOnWriteArrayList<>();
        node.context().getRegistry().bind("strategy", new DefaultPollingConsumerPollStrategy() {
            @Override
            public boolean rollback(Consumer consumer, Endpoint endpoint, int retryCounter, Exception cause) {
                failures.add(cause);
                return false;
            }
        });
        breakApi(Fault.status(503));
        node.start("&pollStrategy=#bean:strategy");

        await().atMost(SOON).until(() -> !failures.isEmpty());
        assertThat(failures.get(0))
                .isInstanceOfSatisfying(
                        PilotStatusException.class,
                        failure -> assertThat(failure.getStatusCode()).isEqualTo(503));
    }

    @Test
    void theErrorHandlerOfTheRouteHearsOfAFailureIfWanted() throws Exception {
        List<Exception> failures = new CopyOnWriteArrayList<>();
        breakApi(Fault.status(503));
        node.start(new RouteBuilder() {
            @Override
            public void configure() {
                onException(PilotStatusException.class)
                        .handled(true)
                        .process(exchange ->
                                failures.add(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class)));
                from("pilotstatus:poll?initialDelay=1&delay=100&bridgeErrorHandler=true")
                        .to("mock:never");
            }
        });

        await().atMost(SOON).until(() -> !failures.isEmpty());
    }

    @Test
    void anInboxThatCannotBeReachedFailsThePollAndLosesNothing() throws Exception {
        AtomicBoolean away = new AtomicBoolean();
        node.with(new SometimesAway(away)).start("");
        node.awaitPolls(1);
        away.set(true);
        awaitHealth(HealthCheck.State.DOWN);
        simulator.inbound().text(CUSTOMER, "Hello");
        assertThat(health().getError()).get().extracting(Throwable::getMessage).isEqualTo("connection lost");
        away.set(false);
        node.awaitEvents(1);
        awaitHealth(HealthCheck.State.UP);

        assertThat(node.texts()).containsExactly("Hello");
    }

    private record SometimesAway(AtomicBoolean away, ClaimStore store) implements ClaimStore {

        private SometimesAway(AtomicBoolean away) {
            this(away, new MemoryClaimStore());
        }

        private ClaimStore reached() {
            if (away.get()) {
                throw new IllegalStateException("connection lost");
            }
            return store;
        }

        @Override
        public Claim claim(String key, String content, Duration lease) {
            return reached().claim(key, content, lease);
        }

        @Override
        public void done(String key, String result) {
            reached().done(key, result);
        }

        @Override
        public void release(String key) {
            reached().release(key);
        }

        @Override
        public Optional<String> result(String key) {
            return reached().result(key);
        }

        @Override
        public List<OpenClaim> open(String keyPrefix, int limit) {
            return reached().open(keyPrefix, limit);
        }
    }
}
