/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.servers;

import static br.com.pilotstatus.camel.servers.EventRoutes.ROUTE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import br.com.pilotstatus.camel.Background;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A route that is suspended, resumed, stopped and started while events arrive. */
interface LifecycleTests extends OnServer {

    @AfterEach
    default void startAgain() throws Exception {
        server().context().getRouteController().resumeRoute(ROUTE);
        server().context().getRouteController().startRoute(ROUTE);
    }

    @Test
    default void aSuspendedRouteMakesTheSenderComeAgain() throws Exception {
        Event event = Event.any();
        server().context().getRouteController().suspendRoute(ROUTE);

        Answer answer = send(Call.with(event));
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isEqualTo("5");
        assertThat(runs().of(event)).isZero();

        server().context().getRouteController().resumeRoute(ROUTE);
        assertAccepted(Call.with(event), event);
    }

    @Test
    default void aStoppedRouteTakesNothing() throws Exception {
        Event event = Event.any();
        server().context().getRouteController().stopRoute(ROUTE);

        assertThat(send(Call.with(event)).accepted()).isFalse();
        assertThat(runs().of(event)).isZero();

        server().context().getRouteController().startRoute(ROUTE);
        assertAccepted(Call.with(event), event);
    }

    @Test
    default void whatWasProcessedBeforeAStopDoesNotRunAfterIt() throws Exception {
        Event event = Event.any();
        assertAccepted(Call.with(event), event);
        server().context().getRouteController().stopRoute(ROUTE);
        server().context().getRouteController().startRoute(ROUTE);

        assertAccepted(Call.with(event), event);
    }

    @Test
    default void whileARouteStopsEachEventIsProcessedOrNotAnsweredWithOk() throws Exception {
        AtomicBoolean stopped = new AtomicBoolean();
        AtomicInteger answered = new AtomicInteger();
        List<CompletableFuture<Map<Event, Answer>>> senders = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            senders.add(Background.supply(() -> sendUntil(stopped, answered)));
        }
        await().atMost(Duration.ofSeconds(10)).until(() -> answered.get() > 20);
        server().context().getRouteController().stopRoute(ROUTE);
        stopped.set(true);
        Map<Event, Answer> answers = new LinkedHashMap<>();
        senders.forEach(sender -> answers.putAll(sender.join()));
        server().context().getRouteController().startRoute(ROUTE);

        assertThat(answers.values()).anyMatch(Answer::accepted).anyMatch(answer -> !answer.accepted());
        assertThat(answers).allSatisfy((event, answer) -> {
            assertThat(runs().of(event)).isGreaterThanOrEqualTo(answer.accepted() ? 1 : 0);
            assertAccepted(Call.with(event), event);
        });
    }

    private Map<Event, Answer> sendUntil(AtomicBoolean stopped, AtomicInteger answered) {
        Map<Event, Answer> answers = new LinkedHashMap<>();
        boolean last = false;
        while (!last) {
            last = stopped.get();
            Event event = Event.any();
            answers.put(event, send(Call.with(event)));
            answered.incrementAndGet();
        }
        return answers;
    }
}
