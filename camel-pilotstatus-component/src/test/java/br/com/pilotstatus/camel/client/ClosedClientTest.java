/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.client;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.pilotstatus.camel.error.ErrorCode;
import br.com.pilotstatus.camel.error.Outcome;
import br.com.pilotstatus.camel.error.PilotStatusTransportException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Calls end with an outcome whatever is gone of the client and its threads. */
@Timeout(30)
class ClosedClientTest {

    private final BareClient bare =
            new BareClient("http://127.0.0.1:9/v1", Duration.ofSeconds(5), SystemDefaultDnsResolver.INSTANCE);

    @AfterEach
    void close() {
        bare.close();
    }

    private void assertNotSent() throws Exception {
        assertThat(bare.send(call -> {
                            throw new IllegalStateException("An observer that fails");
                        })
                        .get(10, TimeUnit.SECONDS))
                .isInstanceOfSatisfying(PilotStatusTransportException.class, failure -> {
                    assertThat(failure.getOutcome()).isEqualTo(Outcome.REFUSED);
                    assertThat(failure.getErrorCode()).isEqualTo(ErrorCode.STOPPED.code());
                    assertThat(failure.isRetryable()).isTrue();
                });
        assertThat(bare.client.inFlight()).isZero();
    }

    @Test
    void aClosedClientRefuses() throws Exception {
        bare.client.close();
        assertNotSent();
    }

    @Test
    void aTimerThatIsGoneIsNoReasonToHang() throws Exception {
        bare.timer.shutdownNow();
        assertNotSent();
    }

    @Test
    void noThreadIsNeededToHearThatNothingWasSent() throws Exception {
        bare.close();
        assertNotSent();
    }
}
