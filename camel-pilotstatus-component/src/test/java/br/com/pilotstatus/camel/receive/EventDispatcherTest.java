/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.receive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.com.pilotstatus.camel.event.EventKey;
import br.com.pilotstatus.camel.model.WebhookEvent;
import br.com.pilotstatus.camel.store.ClaimKeeper;
import br.com.pilotstatus.camel.store.ClaimStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultConsumer;
import org.apache.camel.support.LoggingExceptionHandler;
import org.junit.jupiter.api.Test;

/** What the dispatcher tells the inbox, with a clock that the test moves. */
class EventDispatcherTest {

    private static final WebhookEvent EVENT = new WebhookEvent("message.sent", Map.of(), "{}");

    private static final EventKey KEY = new EventKey("key", List.of());

    private final DefaultCamelContext context = new DefaultCamelContext();
    private final List<String> calls = new ArrayList<>();
    private ClaimKeeper keeper = new ClaimKeeper(Duration.ofMinutes(5));
    private boolean broken;
    private final ClaimStore inbox = new ClaimStore() {
        @Override
        public Claim claim(String key, String content, Duration lease) {
            calls.add("claim " + key + " " + lease);
            return new Claim(Status.CLAIMED, content, null);
        }

        @Override
        public Optional<String> result(String key) {
            failIfBroken();
            return Optional.empty();
        }

        @Override
        public List<OpenClaim> open(String keyPrefix, int limit) {
            return List.of();
        }

        @Override
        public void done(String key, String result) {
            calls.add("done " + key);
            failIfBroken();
        }

        @Override
        public void release(String key) {
            calls.add("release " + key);
            failIfBroken();
        }

        private void failIfBroken() {
            if (broken) {
                throw new IllegalStateException("connection lost");
            }
        }
    };

    @Test
    void anEventIsClaimedForTheLeaseAndThenDone() {
        assertThat(dispatcher(consumer(exchange -> {})).dispatch(EVENT, KEY))
                .isEqualTo(EventDispatcher.Result.PROCESSED);

        assertThat(calls).containsExactly("claim key PT5M", "done key");
    }

    @Test
    void anEventThatFailsIsReleased() {
        assertThat(dispatcher(consumer(EventDispatcherTest::fail)).dispatch(EVENT, KEY))
                .isEqualTo(EventDispatcher.Result.FAILED);

        assertThat(calls).containsExactly("claim key PT5M", "release key");
    }

    @Test
    void aRouteThatThrowsIsReleasedToo() {
        DefaultConsumer consumer = consumer(exchange -> {
            throw new IllegalStateException("no database");
        });

        assertThat(dispatcher(consumer).dispatch(EVENT, KEY)).isEqualTo(EventDispatcher.Result.FAILED);
        assertThat(calls).containsExactly("claim key PT5M", "release key");
    }

    @Test
    void anInboxThatCannotRecordIsReported() {
        broken = true;
        DefaultConsumer consumer = consumer(exchange -> {});
        List<String> reports = reports(consumer);

        assertThat(dispatcher(consumer).dispatch(EVENT, KEY)).isEqualTo(EventDispatcher.Result.PROCESSED);
        assertThat(reports).singleElement().asString().contains("could not record", "connection lost");
    }

    @Test
    void anInboxThatCannotReleaseIsReported() {
        broken = true;
        DefaultConsumer consumer = consumer(EventDispatcherTest::fail);
        List<String> reports = reports(consumer);

        assertThat(dispatcher(consumer).dispatch(EVENT, KEY)).isEqualTo(EventDispatcher.Result.FAILED);
        assertThat(reports).hasSize(2);
        assertThat(reports.get(0)).contains("no database");
        assertThat(reports.get(1)).contains("could not release", "connection lost");
    }

    @Test
    void anInboxThatCannotTellWhetherAnEventIsStaleKeepsTheEventOut() {
        broken = true;
        DefaultConsumer consumer = consumer(exchange -> calls.add("route"));
        List<String> reports = reports(consumer);

        assertThat(dispatcher(consumer).dispatch(EVENT, new EventKey("key", List.of("later"))))
                .isEqualTo(EventDispatcher.Result.UNDECIDED);
        assertThat(calls).containsExactly("claim key PT5M", "release key");
        assertThat(reports).first().asString().contains("could not tell whether", "connection lost");
    }

    @Test
    void aClaimThatMayBelongToSomebodyElseByNowIsNotReleased() {
        keeper = new ClaimKeeper(Duration.ofNanos(1));

        assertThat(dispatcher(consumer(EventDispatcherTest::fail)).dispatch(EVENT, KEY))
                .isEqualTo(EventDispatcher.Result.FAILED);
        assertThat(calls).containsExactly("claim key PT0.000000001S");
    }

    @Test
    void anEventIsReleasedEvenWhenTheExceptionHandlerFails() {
        DefaultConsumer consumer = consumer(EventDispatcherTest::fail);
        consumer.setExceptionHandler(new LoggingExceptionHandler(context, getClass()) {
            @Override
            public void handleException(String message, Exchange exchange, Throwable exception) {
                throw new IllegalStateException("no handler");
            }
        });

        assertThatThrownBy(() -> dispatcher(consumer).dispatch(EVENT, KEY)).hasMessage("no handler");
        assertThat(calls).containsExactly("claim key PT5M", "release key");
    }

    @Test
    void anEventThatWasProcessedWhileTheInboxWasAwayIsRecordedBeforeItIsClaimedAgain() {
        broken = true;
        EventDispatcher dispatcher = dispatcher(consumer(exchange -> {}));
        dispatcher.dispatch(EVENT, KEY);
        broken = false;
        calls.clear();

        dispatcher.dispatch(EVENT, KEY);
        assertThat(calls).startsWith("done key", "claim key PT5M");
    }

    private EventDispatcher dispatcher(DefaultConsumer consumer) {
        return new EventDispatcher(consumer, inbox, keeper);
    }

    private DefaultConsumer consumer(Processor route) {
        return new DefaultConsumer(context.getEndpoint("mock:any"), route);
    }

    private List<String> reports(DefaultConsumer consumer) {
        List<String> reports = new ArrayList<>();
        consumer.setExceptionHandler(new LoggingExceptionHandler(context, getClass()) {
            @Override
            public void handleException(String message, Exchange exchange, Throwable exception) {
                reports.add(message + ": " + exception.getMessage());
            }
        });
        return reports;
    }

    private static void fail(Exchange exchange) {
        exchange.setException(new IllegalStateException("no database"));
    }
}
