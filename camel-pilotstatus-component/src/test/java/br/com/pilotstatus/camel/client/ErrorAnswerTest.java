/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.client;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.pilotstatus.camel.PilotStatusConfiguration;
import br.com.pilotstatus.camel.PilotStatusConstants;
import br.com.pilotstatus.camel.SimulatorTestSupport;
import br.com.pilotstatus.camel.error.Outcome;
import br.com.pilotstatus.camel.error.PilotStatusAuthenticationException;
import br.com.pilotstatus.camel.error.PilotStatusException;
import br.com.pilotstatus.camel.error.PilotStatusOutcomeUnknownException;
import br.com.pilotstatus.camel.error.PilotStatusPaymentRequiredException;
import br.com.pilotstatus.camel.error.PilotStatusRateLimitException;
import br.com.pilotstatus.camel.error.PilotStatusServerException;
import br.com.pilotstatus.camel.error.PilotStatusTransportException;
import br.com.pilotstatus.simulator.fault.Fault;
import br.com.pilotstatus.simulator.fault.FaultRule;
import java.time.Duration;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a route hears when the service answers, but not as hoped. */
class ErrorAnswerTest extends SimulatorTestSupport {

    private static final String SEND = "pilotstatus:send?to=" + PHONE;

    @Override
    public void configure(PilotStatusConfiguration configuration) {
        configuration.setMaxAttempts(1);
    }

    private static void always(Fault fault) {
        simulator().faults().add(FaultRule.always(fault));
    }

    private PilotStatusException failure(Exchange exchange) {
        assertThat(exchange.getException()).isInstanceOf(PilotStatusException.class);
        return (PilotStatusException) exchange.getException();
    }

    @ParameterizedTest
    @CsvSource({
        "400, PilotStatusException",
        "401, PilotStatusAuthenticationException",
        "402, PilotStatusPaymentRequiredException",
        "403, PilotStatusAuthenticationException",
        "404, PilotStatusNotFoundException",
        "409, PilotStatusConflictException",
        "429, PilotStatusRateLimitException",
        "503, PilotStatusServerException"
    })
    void eachRefusalHasItsTypeAndItsHeaders(int status, String type) {
        always(Fault.status(status).withCode("SOME_CODE"));
        Exchange exchange = send(SEND, "Hi");
        assertThat(failure(exchange).getClass().getSimpleName()).isEqualTo(type);
        assertThat(exchange.getMessage().getHeaders())
                .containsEntry(PilotStatusConstants.OUTCOME, "REFUSED")
                .containsEntry(PilotStatusConstants.ERROR_CODE, "SOME_CODE")
                .containsEntry(PilotStatusConstants.RESPONSE_CODE, status)
                .containsEntry(PilotStatusConstants.RETRYABLE, status == 429 || status == 503)
                .containsEntry(PilotStatusConstants.ATTEMPTS, 1);
        assertThat(simulator().ledger().count()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504})
    void aServerErrorWithoutAWordOfTheApiLeavesASendUnknown(int status) {
        always(Fault.status(status).withoutBody());
        Exchange exchange = send(SEND, "Hi");
        assertThat(failure(exchange)).isInstanceOf(PilotStatusOutcomeUnknownException.class);
        assertThat(exchange.getMessage().getHeader(PilotStatusConstants.OUTCOME))
                .isEqualTo("UNKNOWN");
    }

    @Test
    void aServerErrorOfAReadMayBeRepeated() {
        always(Fault.status(500));
        PilotStatusException failure = failure(send("pilotstatus:templates-list", null));
        assertThat(failure).isInstanceOf(PilotStatusServerException.class);
        assertThat(failure.isRetryable()).isTrue();
    }

    @Test
    void theWaitThatTheServiceAsksForIsTold() {
        always(Fault.status(429).withRetryAfter(7));
        PilotStatusException failure = failure(send(SEND, "Hi"));
        assertThat(failure).isInstanceOf(PilotStatusRateLimitException.class);
        assertThat(failure.getRetryAfter()).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void aRedirectIsNotFollowedAndTheKeyStaysHere() {
        always(Fault.redirect(simulator().baseUrl() + "/elsewhere"));
        assertThat(failure(send(SEND, "Hi"))).hasMessageContaining("check baseUrl");
        assertThat(simulator().requests().all()).containsOnlyKeys("sendMessage");
    }

    @Test
    void variablesThatTheTemplateLacksAreNamed() {
        PilotStatusException failure =
                failure(send("pilotstatus:send?templateId=order_confirmed&to=" + PHONE, Map.of("name", "Ana")));
        assertThat(failure.getErrorCode()).isEqualTo("MISSING_TEMPLATE_VARIABLES");
        assertThat(failure).hasMessageContaining("order").hasMessageContaining("total");
    }

    @Test
    void aWrongKeyIsAnAuthenticationFailureThatDoesNotPrintIt() {
        PilotStatusException failure = failure(send(SEND + "&apiKey=ps_wrong_key", "Hi"));
        assertThat(failure).isInstanceOf(PilotStatusAuthenticationException.class);
        assertThat(failure.toString()).doesNotContain("ps_wrong");
    }

    @Test
    void theKeyOfTheAccountAloneIsToldThatANumberIsMissing() {
        // The endpoint's own key is replaced, since the component of this test has a number's key.
        PilotStatusException failure =
                failure(send(SEND + "&apiKey=" + simulator().accountKey(), "Hi"));
        assertThat(failure.getErrorCode()).isEqualTo("TENANT_SCOPE_NOT_ALLOWED");
        assertThat(failure).hasMessageContaining("accountKey with whatsappNumberId");
    }

    @Test
    void aPlanWithoutMediaIsAMatterOfPayment() {
        simulator().configure(settings -> settings.with(settings.contract().withFreePlan(true)));
        Exchange exchange = send(SEND + "&mediaType=image&media=https://example.com/a.jpg", null);
        assertThat(failure(exchange)).isInstanceOf(PilotStatusPaymentRequiredException.class);
    }

    @Test
    void garbageInsteadOfJsonDoesNotUndoAnAcceptedSend() {
        always(Fault.garbageJson());
        Exchange exchange = send(SEND, "Hi");
        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getHeaders())
                .containsEntry(PilotStatusConstants.OUTCOME, "ACCEPTED")
                .doesNotContainKey(PilotStatusConstants.MESSAGE_ID);
        assertThat(simulator().ledger().count()).isEqualTo(1);
    }

    @Test
    void anEmptyOrHalfOrHugeAnswerDoesNotUndoAnAcceptedSend() {
        for (Fault fault : new Fault[] {Fault.emptyAnswer(), Fault.halfBody(), Fault.hugeBody(40_000_000)}) {
            simulator().reset();
            always(fault);
            Exchange exchange = send(SEND, "Hi");
            assertThat(exchange.getException()).as(fault.toString()).isNull();
            assertThat(exchange.getMessage().getHeader(PilotStatusConstants.OUTCOME))
                    .isEqualTo("ACCEPTED");
            assertThat(simulator().ledger().count()).as(fault.toString()).isEqualTo(1);
        }
    }

    @Test
    void garbageInsteadOfJsonFailsACallThatAsksForData() {
        always(Fault.garbageJson());
        PilotStatusException failure = failure(send("pilotstatus:templates-list", null));
        assertThat(failure).isInstanceOf(PilotStatusTransportException.class).hasMessageContaining("is no JSON");
        assertThat(failure.getOutcome()).isEqualTo(Outcome.REFUSED);
    }

    @Test
    void anAnswerBeyondTheBoundIsNotKeptInMemory() {
        always(Fault.hugeBody(40_000_000));
        assertThat(failure(send("pilotstatus:templates-list", null))).hasMessageContaining("maxResponseSize");
    }
}
