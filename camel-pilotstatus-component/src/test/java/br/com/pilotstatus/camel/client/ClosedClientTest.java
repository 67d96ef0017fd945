/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.client;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.pilotstatus.camel.api.ApiRequest;
import br.com.pilotstatus.camel.api.ApiResponse;
import br.com.pilotstatus.camel.api.Operation;
import br.com.pilotstatus.camel.error.ErrorCode;
import br.com.pilotstatus.camel.error.Outcome;
import br.com.pilotstatus.camel.error.PilotStatusTransportException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Calls end with an outcome whatever is gone of the client and its threads. */
@Timeout(30)
class ClosedClientTest {

    private static final CallSettings SETTINGS = new CallSettings(
            Duration.ofSeconds(5),
            Duration.ofSeconds(5),
            Duration.ofSeconds(5),
            Duration.ofSeconds(5),
            0,
            3,
            false,
            1000);

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final PilotStatusClient client = new PilotStatusClient(
            new PoolSettings(URI.create("http://127.0.0.1:9/v1"), 1, null),
            null,
            new KeyGates(),
            new CallThreads(timer, threads, threads),
            threads);

    @AfterEach
    void close() {
        client.close();
        timer.shutdownNow();
        threads.shutdownNow();
    }

    private void assertNotSent() throws Exception {
        CompletableFuture<Throwable> told = new CompletableFuture<>();
        client.execute(
                new ApiRequest(Operation.SEND, "/messages/send", Map.of(), new byte[] {'{', '}'}),
                SETTINGS,
                new CallListener() {
                    @Override
                    public void ended(EndedCall call) {
                        throw new IllegalStateException("An observer that fails");
                    }

                    @Override
                    public void then(ApiResponse response, Throwable failure) {
                        told.complete(failure);
                    }
                });
        assertThat(told.get(10, TimeUnit.SECONDS))
                .isInstanceOfSatisfying(PilotStatusTransportException.class, failure -> {
                    assertThat(failure.getOutcome()).isEqualTo(Outcome.REFUSED);
                    assertThat(failure.getErrorCode()).isEqualTo(ErrorCode.STOPPED.code());
                    assertThat(failure.isRetryable()).isTrue();
                });
        assertThat(client.inFlight()).isZero();
    }

    @Test
    void aClosedClientRefuses() throws Exception {
        client.close();
        assertNotSent();
    }

    @Test
    void aTimerThatIsGoneIsNoReasonToHang() throws Exception {
        timer.shutdownNow();
        assertNotSent();
    }

    @Test
    void noThreadIsNeededToHearThatNothingWasSent() throws Exception {
        client.close();
        threads.shutdownNow();
        timer.shutdownNow();
        assertNotSent();
    }
}
