/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.client;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.pilotstatus.camel.api.ApiResponse;
import br.com.pilotstatus.camel.api.Operation;
import br.com.pilotstatus.camel.error.Outcome;
import br.com.pilotstatus.camel.error.PilotStatusException;
import br.com.pilotstatus.camel.error.PilotStatusOutcomeUnknownException;
import br.com.pilotstatus.camel.error.PilotStatusServerException;
import br.com.pilotstatus.camel.error.PilotStatusTransportException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeoutException;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorMapperTest {

    private static final String API_ERROR = "{\"error\":\"No\",\"code\":\"SOME_CODE\"}";

    private final ErrorMapper errors = new ErrorMapper(() -> Instant.EPOCH);

    private PilotStatusException refused(Operation operation, int status, String body) {
        byte[] bytes = body == null ? null : body.getBytes(StandardCharsets.UTF_8);
        return errors.refused(operation, new ApiResponse(status, "7", bytes, 1), 2);
    }

    @ParameterizedTest
    @CsvSource({
        "400, PilotStatusException, false",
        "401, PilotStatusAuthenticationException, false",
        "402, PilotStatusPaymentRequiredException, false",
        "403, PilotStatusAuthenticationException, false",
        "404, PilotStatusNotFoundException, false",
        "409, PilotStatusConflictException, false",
        "422, PilotStatusException, false",
        "429, PilotStatusRateLimitException, true",
        "503, PilotStatusServerException, true"
    })
    void aRefusalOfTheApiHasItsOwnType(int status, String type, boolean retryable) {
        PilotStatusException failure = refused(Operation.SEND, status, API_ERROR);
        assertThat(failure.getClass().getSimpleName()).isEqualTo(type);
        assertThat(failure.getOutcome()).isEqualTo(Outcome.REFUSED);
        assertThat(failure.isRetryable()).isEqualTo(retryable);
        assertThat(failure.getStatusCode()).isEqualTo(status);
        assertThat(failure.getErrorCode()).isEqualTo("SOME_CODE");
        assertThat(failure.getRetryAfter()).isEqualTo(Duration.ofSeconds(7));
        assertThat(failure.getAttempts()).isEqualTo(2);
        assertThat(failure.getHttpResponseCode()).isEqualTo(status);
        assertThat(failure).hasMessageContaining(status + " SOME_CODE");
    }

    @ParameterizedTest
    @CsvSource({"500", "501", "502", "503", "504", "302"})
    void anyOtherAnswerLeavesASendUnknown(int status) {
        PilotStatusException failure = refused(Operation.SEND, status, "<html>");
        assertThat(failure).isInstanceOf(PilotStatusOutcomeUnknownException.class);
        assertThat(failure.getOutcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(failure.isRetryable()).isFalse();
    }

    @Test
    void onlyA503OfTheApiItselfMeansThatNothingHappened() {
        assertThat(refused(Operation.SEND, 500, API_ERROR).getOutcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(refused(Operation.SEND, 503, API_ERROR).getOutcome()).isEqualTo(Outcome.REFUSED);
    }

    @Test
    void aReadThatFailsMayBeRepeated() {
        PilotStatusException failure = refused(Operation.STATUS, 502, null);
        assertThat(failure).isInstanceOf(PilotStatusServerException.class);
        assertThat(failure.isRetryable()).isTrue();
        Reply.NoVerdict silence = new Reply.NoVerdict("nothing came", new TimeoutException());
        assertThat(errors.noVerdict(Operation.STATUS, silence, 1)).isInstanceOf(PilotStatusTransportException.class);
        assertThat(errors.noVerdict(Operation.SEND, silence, 1)).isInstanceOf(PilotStatusOutcomeUnknownException.class);
    }

    @Test
    void aFailureThatTravelsBetweenMachinesStillSaysWhatIsKnown() throws Exception {
        PilotStatusException failure = refused(
                Operation.SEND, 400, "{\"error\":\"No\",\"code\":\"SOME_CODE\",\"details\":{\"missing\":[\"a\"]}}");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(failure);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            PilotStatusException arrived = (PilotStatusException) in.readObject();
            assertThat(arrived.getOutcome()).isEqualTo(Outcome.REFUSED);
            assertThat(arrived.getErrorCode()).isEqualTo("SOME_CODE");
            assertThat(arrived.getDetails()).isEqualTo(failure.getDetails());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"details", "issues", "errors"})
    void aListOfWhatIsWrongIsKeptAndItsFieldsAreNamed(String name) {
        PilotStatusException failure = refused(
                Operation.SEND,
                400,
                "{\"error\":\"Validation error\",\"" + name
                        + "\":[{\"path\":[\"buttons\",0,\"text\"],\"message\":\"too long: Hello\"},\"odd\"]}");
        assertThat(failure.getDetails().get(name))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .hasSize(2);
        assertThat(failure).hasMessageContaining("(buttons.0.text)").hasMessageNotContaining("Hello");
    }

    @Test
    void aRedirectSaysWhyItIsNotFollowed() {
        assertThat(refused(Operation.STATUS, 301, null)).hasMessageContaining("check baseUrl");
    }

    @Test
    void aWrongScopeSaysWhichKeyTheCallTakes() {
        assertThat(refused(Operation.SEND, 403, API_ERROR)).hasMessageContaining("accountKey with whatsappNumberId");
    }

    @Test
    void theNamesOfMissingVariablesAreSaidAndTheSentenceOfTheApiIsNot() {
        String body = """
                {"error": "Missing for +5511988887777: name", "code": "MISSING_TEMPLATE_VARIABLES",
                 "details": {"missingKeys": ["name", "Dear +5511988887777!"], "invalidKeys": [{"key": "order", "reason": "x"}]}}
                """;
        PilotStatusException failure = refused(Operation.SEND, 400, body);
        assertThat(failure)
                .hasMessageContaining("MISSING_TEMPLATE_VARIABLES (name, order)")
                .message()
                .doesNotContain("+55")
                .doesNotContain("Dear");
        assertThat(failure.getDetails()).containsKey("missingKeys");
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "null",
                "{}",
                "[]",
                "not json",
                "{\"error\":{}}",
                "{\"error\":\"x\",\"code\":{}}",
                "{\"error\":\"x\",\"code\":\"LOCAL_NOT_SENT\"}"
            },
            nullValues = "null",
            delimiter = '|')
    void aBodyOfAnotherFormSpoilsNothing(String body) {
        PilotStatusException failure = refused(Operation.SEND, 400, body);
        assertThat(failure.getErrorCode()).isNull();
        assertThat(failure).hasMessage("'send' was answered with 400");
    }
}
