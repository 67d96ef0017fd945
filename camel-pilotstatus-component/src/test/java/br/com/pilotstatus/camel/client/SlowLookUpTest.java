/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.client;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.pilotstatus.camel.error.PilotStatusTransportException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A resolver that does not answer holds up neither the thread of a route nor the end of a call. */
@Timeout(30)
class SlowLookUpTest {

    private final CountDownLatch never = new CountDownLatch(1);
    private final BareClient bare = new BareClient("http://api.test/v1", Duration.ofSeconds(1), new DnsResolver() {
        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            throw new UnknownHostException();
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    });

    @AfterEach
    void close() {
        never.countDown();
        bare.close();
    }

    @Test
    void everyCallEndsInItsTimeAndWasNotSent() throws Exception {
        // More than there are threads that may be held up.
        List<CompletableFuture<Throwable>> calls =
                Stream.generate(() -> bare.send(call -> {})).limit(5).toList();

        for (CompletableFuture<Throwable> call : calls) {
            assertThat(call.get(10, TimeUnit.SECONDS))
                    .isInstanceOf(PilotStatusTransportException.class)
                    .hasMessageContaining("was not sent: it did not end within 1000 ms");
        }
    }
}
