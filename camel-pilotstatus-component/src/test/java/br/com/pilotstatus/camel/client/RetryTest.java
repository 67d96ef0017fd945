/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import br.com.pilotstatus.camel.PilotStatusConstants;
import br.com.pilotstatus.camel.SimulatorTestSupport;
import br.com.pilotstatus.camel.error.PilotStatusException;
import br.com.pilotstatus.camel.error.PilotStatusOutcomeUnknownException;
import br.com.pilotstatus.camel.error.PilotStatusRateLimitException;
import br.com.pilotstatus.camel.error.PilotStatusTransportException;
import br.com.pilotstatus.simulator.fault.Fault;
import br.com.pilotstatus.simulator.fault.FaultRule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the component repeats by itself, what it does not, and how it waits. Judged by what reached the service. */
@Timeout(60)
class RetryTest extends SimulatorTestSupport {

    private static final String SEND = "pilotstatus:send?to=" + PHONE;

    private static long requests() {
        return simulator().requests().of("sendMessage");
    }

    private static Duration timed(Runnable action) {
        Instant begin = Instant.now();
        action.run();
        return Duration.between(begin, Instant.now());
    }

    @Test
    void aRefusalForNowIsTriedAgainUntilItIsTaken() {
        simulator().faults().add(FaultRule.next(2, Fault.status(503)));
        Exchange exchange = send(SEND, "Hi");
        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getHeader(PilotStatusConstants.ATTEMPTS))
                .isEqualTo(3);
        assertThat(simulator().ledger().count()).isEqualTo(1);
    }

    @Test
    void aRefusalThatDoesNotEndFailsAfterTheTriesAllowed() {
        simulator().faults().add(FaultRule.always(Fault.status(429)));
        Exchange exchange = send(SEND + "&maxAttempts=2", "Hi");
        assertThat(exchange.getException()).isInstanceOf(PilotStatusRateLimitException.class);
        assertThat(exchange.getMessage().getHeader(PilotStatusConstants.ATTEMPTS))
                .isEqualTo(2);
        assertThat(requests()).isEqualTo(2);
    }

    @Test
    void aSendThatMayHaveHappenedIsNotRepeated() {
        simulator().faults().add(FaultRule.always(Fault.replyLost()));
        assertThat(send(SEND, "Hi").getException()).isInstanceOf(PilotStatusOutcomeUnknownException.class);
        assertThat(simulator().ledger().count()).isEqualTo(1);
    }

    @Test
    void itIsRepeatedWhereTheOptionTakesThePrice() {
        simulator().faults().add(FaultRule.next(1, Fault.replyLost()));
        assertThat(send(SEND + "&onUnknown=retry", "Hi").getException()).isNull();
        assertThat(simulator().ledger().count()).isEqualTo(2);
    }

    @Test
    void aTryThatMayHaveHappenedIsNotForgottenWhenALaterOneIsRefused() {
        simulator().faults().add(FaultRule.next(1, Fault.replyLost()));
        simulator().faults().add(FaultRule.next(1, Fault.status(400)));
        Exchange exchange = send(SEND + "&onUnknown=retry", "Hi");
        assertThat(exchange.getException()).isInstanceOf(PilotStatusOutcomeUnknownException.class);
        assertThat(exchange.getMessage().getHeaders())
                .containsEntry(PilotStatusConstants.OUTCOME, "UNKNOWN")
                .containsEntry(PilotStatusConstants.RESPONSE_CODE, 400)
                .containsEntry(PilotStatusConstants.ATTEMPTS, 2);
        assertThat(simulator().ledger().count()).isEqualTo(1);
    }

    @Test
    void aRefusalForNowAfterATryThatMayHaveHappenedIsTriedAgain() {
        simulator().faults().add(FaultRule.next(1, Fault.reset()));
        simulator().faults().add(FaultRule.next(1, Fault.status(503)));
        assertThat(send(SEND + "&onUnknown=retry", "Hi").getException()).isNull();
    }

    @Test
    void aReadIsRepeatedWhenItsAnswerCannotBeRead() {
        for (Fault fault : new Fault[] {Fault.garbageJson(), Fault.halfBody(), Fault.emptyAnswer()}) {
            simulator().faults().clear();
            simulator().faults().add(FaultRule.next(1, fault));
            Exchange exchange = send("pilotstatus:templates-list", null);
            assertThat(exchange.getException()).as(fault.toString()).isNull();
            assertThat(exchange.getMessage().getBody()).as(fault.toString()).isInstanceOf(List.class);
        }
    }

    @Test
    void aReadIsRepeatedWhateverWentWrong() {
        for (Fault fault : new Fault[] {Fault.reset(), Fault.status(500), Fault.garbageHttp()}) {
            simulator().faults().clear();
            simulator().faults().add(FaultRule.next(1, fault));
            assertThat(send("pilotstatus:templates-list", null).getException())
                    .as(fault.toString())
                    .isNull();
        }
    }

    @Test
    void aRefusalForGoodIsNotRepeated() {
        simulator().faults().add(FaultRule.always(Fault.status(400)));
        send(SEND, "Hi");
        assertThat(requests()).isEqualTo(1);
    }

    @Test
    void theServiceIsGivenTheTimeItAsksFor() {
        simulator().faults().add(FaultRule.next(1, Fault.status(429).withRetryAfter(2)));
        assertThat(timed(() -> send(SEND, "Hi"))).isBetween(Duration.ofMillis(1900), Duration.ofSeconds(8));
        assertThat(simulator().ledger().count()).isEqualTo(1);
    }

    @Test
    void aTimeThatDoesNotFitFailsAtOnceAndIsTold() {
        simulator().faults().add(FaultRule.always(Fault.status(429).withRetryAfter(100)));
        PilotStatusException[] failure = new PilotStatusException[1];
        Duration taken =
                timed(() -> failure[0] = (PilotStatusException) send(SEND, "Hi").getException());
        assertThat(failure[0].getRetryAfter()).isEqualTo(Duration.ofSeconds(100));
        assertThat(taken).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void aPauseHoldsBackEveryCallOfTheKey() {
        simulator().faults().add(FaultRule.next(1, Fault.status(429).withRetryAfter(2)));
        send(SEND + "&maxAttempts=1", "first");
        // Another operation, and other connection options: what the service counts is the key.
        Duration taken = timed(() -> assertThat(
                        send("pilotstatus:templates-list?maxInFlight=3", null).getException())
                .isNull());
        assertThat(taken).isBetween(Duration.ofMillis(1500), Duration.ofSeconds(8));
    }

    @Test
    void aPauseDoesNotHoldBackOtherKeys() {
        simulator().faults().add(FaultRule.next(1, Fault.status(429).withRetryAfter(30)));
        send(SEND + "&maxAttempts=1", "first");
        String uri = "pilotstatus:webhooks-list?apiKey=" + simulator().accountKey();
        assertThat(timed(() -> send(uri, null))).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void aPauseLongerThanTheCallerWaitsFailsWithoutSending() {
        simulator().faults().add(FaultRule.next(1, Fault.status(429).withRetryAfter(100)));
        send(SEND + "&maxAttempts=1", "first");
        Exchange exchange = send(SEND, "second");
        assertThat(exchange.getException())
                .isInstanceOf(PilotStatusTransportException.class)
                .hasMessageContaining("asked to pause");
        assertThat(((PilotStatusException) exchange.getException()).getRetryAfter())
                .isBetween(Duration.ofSeconds(60), Duration.ofSeconds(100));
        assertThat(requests()).isEqualTo(1);
    }

    @Test
    void sendsArePacedByKey() {
        Duration taken = timed(() -> {
            for (int i = 0; i < 6; i++) {
                send(SEND + "&requestsPerSecond=5", "Hi");
            }
        });
        assertThat(taken).isGreaterThan(Duration.ofMillis(950));
        assertThat(simulator().ledger().count()).isEqualTo(6);
    }

    @Test
    void paceThatTheCallerWouldWaitTooLongForFailsWithoutSending() {
        String uri = SEND + "&requestsPerSecond=0.01&acquireTimeout=50";
        assertThat(send(uri, "first").getException()).isNull();
        assertThat(send(uri, "second").getException())
                .isInstanceOf(PilotStatusTransportException.class)
                .hasMessageContaining("requestsPerSecond");
        assertThat(requests()).isEqualTo(1);
    }

    @Test
    void aCallThatWaitsForItsNextTryEndsWithTheContext() {
        simulator().faults().add(FaultRule.always(Fault.status(503).withRetryAfter(50)));
        CompletableFuture<Exchange> sent =
                template.asyncSend(SEND, exchange -> exchange.getMessage().setBody("Hi"));
        await().atMost(SOON).until(() -> requests() == 1);
        context.getShutdownStrategy().setTimeout(1);
        context.stop();
        await().atMost(SOON).until(sent::isDone);
        assertThat(sent.join().getException()).isInstanceOf(PilotStatusException.class);
    }
}
