/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.com.pilotstatus.camel.LogRecorder;
import br.com.pilotstatus.camel.PilotStatusCallConfiguration;
import br.com.pilotstatus.camel.PilotStatusConfiguration;
import br.com.pilotstatus.camel.PilotStatusConstants;
import br.com.pilotstatus.camel.PilotStatusEndpoint;
import br.com.pilotstatus.camel.SimulatorTestSupport;
import br.com.pilotstatus.camel.error.Outcome;
import br.com.pilotstatus.simulator.fault.Fault;
import br.com.pilotstatus.simulator.fault.FaultRule;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.HealthCheckRepository;
import org.apache.camel.support.DefaultExchange;
import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/** With <code>throwExceptionOnFailure=false</code> the headers tell what came of a call, and the route goes on. */
class HeadersAloneTest extends SimulatorTestSupport {

    private static final String OPTION = "throwExceptionOnFailure=false";
    private static final String SEND = "pilotstatus:send?" + OPTION + "&to=" + PHONE;

    @Override
    public void configure(PilotStatusConfiguration configuration) {
        configuration.setMaxAttempts(1);
    }

    @Override
    protected RouteBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in").routeId("in").to(SEND).to("mock:next");
                from("direct:again").loop(3).to(SEND).end();
                from("direct:two").to("pilotstatus:send?to=" + PHONE).to("pilotstatus:send?to=1&" + OPTION);
            }
        };
    }

    static final List<Arguments> FAILURES = List.of(
            Arguments.of(
                    "a rule of ours", "pilotstatus:send?to=1&" + OPTION, null, "REFUSED", "LOCAL_PHONE_NUMBER_INVALID"),
            Arguments.of(
                    "a value that is null", SEND + "&text=${header.none}", null, "REFUSED", "LOCAL_EXPRESSION_NULL"),
            Arguments.of("a refusal", SEND, Fault.status(400), "REFUSED", null),
            Arguments.of("a lost answer", SEND, Fault.replyLost(), "UNKNOWN", "LOCAL_NO_ANSWER"),
            Arguments.of(
                    "a call that reads", "pilotstatus:status?id=none&" + OPTION, null, "REFUSED", "MESSAGE_NOT_FOUND"),
            Arguments.of(
                    "a link",
                    "pilotstatus:media-download?param.mediaLink=http://127.0.0.1/a&" + OPTION,
                    null,
                    "REFUSED",
                    "LOCAL_MEDIA_LINK_INVALID"),
            Arguments.of(
                    "the journal",
                    "pilotstatus:journal-resolve?id=none&param.outcome=REFUSED&" + OPTION,
                    null,
                    "REFUSED",
                    "LOCAL_JOURNAL_ENTRY_UNKNOWN"));

    @ParameterizedTest(name = "{0}")
    @FieldSource("FAILURES")
    void aFailureOfAnyKindIsToldByTheHeaders(String what, String uri, Fault fault, String outcome, String code) {
        if (fault != null) {
            simulator().faults().add(FaultRule.always(fault));
        }
        Exchange exchange = send(uri, "Hi");
        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getHeaders()).containsEntry(PilotStatusConstants.OUTCOME, outcome);
        if (code != null) {
            assertThat(exchange.getMessage().getHeaders()).containsEntry(PilotStatusConstants.ERROR_CODE, code);
        }
    }

    @ParameterizedTest(name = "{0}")
    @FieldSource("FAILURES")
    void theBodyIsWhatItWas(String what, String uri, Fault fault, String outcome, String code) {
        if (fault != null) {
            simulator().faults().add(FaultRule.always(fault));
        }
        assertThat(send(uri, "Hi").getMessage().getBody()).isEqualTo("Hi");
    }

    @Test
    void theNextStepRuns() throws Exception {
        simulator().faults().add(FaultRule.always(Fault.status(401)));
        getMockEndpoint("mock:next").expectedHeaderReceived(PilotStatusConstants.RESPONSE_CODE, 401);
        send("direct:in", "Hi");
        getMockEndpoint("mock:next").assertIsSatisfied();
    }

    @Test
    void aHeaderSaysWhyInWords() {
        assertThat(send("pilotstatus:send?to=1&" + OPTION, "Hi")
                        .getMessage()
                        .getHeader(PilotStatusConstants.ERROR_MESSAGE, String.class))
                .startsWith("'to' ");
    }

    @Test
    void aHeaderSaysHowLongTheServiceAsksToWait() {
        simulator().faults().add(FaultRule.always(Fault.status(429).withRetryAfter(90)));
        assertThat(send(SEND, "Hi").getMessage().getHeader(PilotStatusConstants.RETRY_AFTER))
                .isEqualTo(90_000L);
    }

    @Test
    void whatAnEarlierCallLeftInTheHeadersIsGoneAfterASuccess() {
        Exchange exchange = send(
                SEND,
                "Hi",
                Map.of(
                        PilotStatusConstants.ERROR_CODE, "OLD",
                        PilotStatusConstants.ERROR_MESSAGE, "Old",
                        PilotStatusConstants.RETRY_AFTER, 1L));
        assertThat(exchange.getMessage().getHeaders())
                .containsEntry(PilotStatusConstants.OUTCOME, "ACCEPTED")
                .doesNotContainKeys(
                        PilotStatusConstants.ERROR_CODE,
                        PilotStatusConstants.ERROR_MESSAGE,
                        PilotStatusConstants.RETRY_AFTER);
    }

    @Test
    void theIdOfAnEarlierSendIsNotTakenForThatOfTheFailedOne() {
        assertThat(send("direct:two", "Hi").getMessage().getHeaders())
                .containsEntry(PilotStatusConstants.OUTCOME, "REFUSED")
                .doesNotContainKeys(PilotStatusConstants.MESSAGE_ID, PilotStatusConstants.STATUS);
    }

    @Test
    void whatMayHaveHappenedIsNotSentAgainByALoopOfTheRoute() {
        simulator().faults().add(FaultRule.next(1, Fault.replyLost()));
        Exchange exchange = send("direct:again", "Hi");
        // The first round is what may have happened; the rounds after it are steps of their own, of the same call.
        assertThat(simulator().ledger().count()).isEqualTo(1);
        assertThat(exchange.getMessage().getHeader(PilotStatusConstants.OUTCOME))
                .isEqualTo("UNKNOWN");
    }

    @Test
    void whatTheJournalHoldsInDoubtIsToldAsUnknown() {
        simulator().faults().add(FaultRule.next(1, Fault.replyLost()));
        send(SEND + "&idempotencyKey=1", "Hi");
        assertThat(send(SEND + "&idempotencyKey=1", "Hi").getMessage().getHeaders())
                .containsEntry(PilotStatusConstants.OUTCOME, "UNKNOWN")
                .containsEntry(PilotStatusConstants.ERROR_CODE, "LOCAL_IN_DOUBT");
        assertThat(simulator().ledger().count()).isEqualTo(1);
    }

    @Test
    void countsAndHealthCheckHearOfItAllTheSame() {
        HealthCheckHelper.getHealthCheckRepository(context, "producers", HealthCheckRepository.class)
                .setEnabled(true);
        simulator().faults().add(FaultRule.always(Fault.status(401)));
        send("direct:in", "Hi");
        assertThat(context.getEndpoints().stream()
                        .filter(PilotStatusEndpoint.class::isInstance)
                        .map(PilotStatusEndpoint.class::cast)
                        .mapToLong(endpoint -> endpoint.calls().count(Outcome.REFUSED))
                        .sum())
                .isEqualTo(1);
        assertThat(HealthCheckHelper.invoke(context))
                .filteredOn(result -> result.getCheck().getId().startsWith("producer:"))
                .extracting(HealthCheck.Result::getState)
                .contains(HealthCheck.State.DOWN);
    }

    @Test
    void aWarningSaysWhichRouteFailedAndWhyWithoutThePhone() {
        try (LogRecorder log = new LogRecorder(Level.WARN)) {
            send("direct:in", "");
            assertThat(log.lines("send in route in: REFUSED"))
                    .singleElement()
                    .satisfies(line -> assertThat(line).doesNotContain("11988887777"));
        }
    }

    @Test
    void whatIsNoOutcomeOfACallIsThrown() {
        PilotStatusCallConfiguration call = new PilotStatusCallConfiguration();
        call.setThrowExceptionOnFailure(false);
        Exchange exchange = new DefaultExchange(context);
        RuntimeException bug = new IllegalStateException("a bug");
        new EndpointFailures("send", new PilotStatusConfiguration(), call).end(exchange, bug);
        assertThat(exchange.getException()).isSameAs(bug);
    }

    @ParameterizedTest
    @CsvSource({
        "send?retryAfterHeader=true, The option retryAfterHeader has no effect with throwExceptionOnFailure=false",
        "webhook?token=0123456789abcdef, The operation 'webhook' does not take the option throwExceptionOnFailure"
    })
    void whereItHasNoEffectItIsRefused(String uri, String error) {
        assertThatThrownBy(() -> context.getEndpoint("pilotstatus:" + uri + "&" + OPTION))
                .hasStackTraceContaining(error);
    }
}
