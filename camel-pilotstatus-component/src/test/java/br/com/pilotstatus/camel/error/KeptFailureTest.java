/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.error;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.pilotstatus.camel.PilotStatusComponent;
import br.com.pilotstatus.camel.Serialized;
import br.com.pilotstatus.camel.SimulatorTestSupport;
import br.com.pilotstatus.simulator.fault.Fault;
import br.com.pilotstatus.simulator.fault.FaultRule;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.ObjectStreamClass;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A failure that a route keeps, in a queue or a table, says the same when it is read again. */
class KeptFailureTest extends SimulatorTestSupport {

    private static final String SEND = "pilotstatus:send?maxAttempts=1&to=" + PHONE;

    static Stream<Fault> faults() {
        return Stream.of(
                Fault.status(400).withCode("SOME_CODE"),
                Fault.status(401),
                Fault.status(402),
                Fault.status(404),
                Fault.status(409),
                Fault.status(429).withRetryAfter(60),
                Fault.status(500),
                Fault.status(503),
                Fault.reset(),
                Fault.replyLost());
    }

    private static void assertKept(Exchange exchange) throws Exception {
        assertThat(exchange.getException()).isInstanceOf(PilotStatusException.class);
        PilotStatusException failure = (PilotStatusException) exchange.getException();
        PilotStatusException kept = Serialized.copy(failure);
        assertThat(kept).hasSameClassAs(failure).hasMessage(failure.getMessage());
        assertThat(facts(kept)).isEqualTo(facts(failure));
    }

    private static List<Object> facts(PilotStatusException failure) {
        return Stream.of(
                        failure.getOutcome(),
                        failure.getStatusCode(),
                        failure.getErrorCode(),
                        failure.getDetails(),
                        failure.isRetryable(),
                        failure.getRetryAfter(),
                        failure.getAttempts())
                .map(fact -> fact == null ? "null" : fact)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("faults")
    void anAnswerThatFails(Fault fault) throws Exception {
        simulator().faults().add(FaultRule.next(1, fault));
        assertKept(send(SEND, "Hi"));
    }

    @Test
    void aTimeOut() throws Exception {
        simulator().faults().add(FaultRule.next(1, Fault.delay(Duration.ofSeconds(2))));
        assertKept(send(SEND + "&responseTimeout=100&totalTimeout=200", "Hi"));
    }

    @Test
    void aHostThatCannotBeReached() throws Exception {
        assertKept(send(SEND + "&apiKey=ps_none&baseUrl=http://127.0.0.1:1", "Hi"));
    }

    @Test
    void aBrokenRule() throws Exception {
        assertKept(send("pilotstatus:send?to=123", "Hi"));
    }

    @Test
    void aSendInDoubt() throws Exception {
        simulator().faults().add(FaultRule.next(1, Fault.replyLost()));
        send(SEND + "&idempotencyKey=1", "Hi");
        assertKept(send(SEND + "&idempotencyKey=1", "Hi"));
    }

    static Stream<Class<?>> exceptions() {
        return new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackagesOf(PilotStatusComponent.class)
                        .stream()
                        .filter(type -> type.isAssignableTo(Throwable.class))
                        .map(type -> type.reflect());
    }

    @ParameterizedTest
    @MethodSource("exceptions")
    void everyExceptionHasAFixedId(Class<?> type) throws Exception {
        assertThat(type.getDeclaredField("serialVersionUID")).isNotNull();
        assertThat(ObjectStreamClass.lookup(type).getSerialVersionUID()).isEqualTo(1);
    }
}
