/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.receive;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.pilotstatus.camel.LogRecorder;
import br.com.pilotstatus.camel.event.DeliveryVerifier;
import br.com.pilotstatus.camel.event.EventFilter;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.InstantSource;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;

class WebhookReceiverTest {

    @Test
    void aFailureThatNobodyForesawIsLoggedWithoutItsText() {
        WebhookReceiver receiver = receiver(delivery -> {
            throw new IllegalStateException("Marina");
        });

        try (LogRecorder log = new LogRecorder()) {
            assertThat(receiver.receive(request())).isEqualTo(WebhookAnswer.FAILED);
            assertThat(log.lines("A request to /hook failed with java.lang.IllegalStateException at br.com"))
                    .singleElement()
                    .asString()
                    .startsWith("ERROR ");
            assertThat(log.lines("Marina")).isEmpty();
        }
    }

    @Test
    void aSenderThatGoesAwayIsNoErrorOfOurs() throws Exception {
        WebhookReceiver receiver = receiver(delivery -> true);
        Exchange request = request();
        request.getMessage().setBody(new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("Marina");
            }

            @Override
            public int read(byte[] to, int offset, int length) throws IOException {
                return read();
            }
        });

        try (LogRecorder log = new LogRecorder()) {
            assertThat(receiver.receive(request)).isEqualTo(WebhookAnswer.FAILED);
            assertThat(log.lines("The body of a request to /hook could not be read"))
                    .singleElement()
                    .asString()
                    .startsWith("DEBUG ");
            assertThat(log.lines("Marina")).isEmpty();
        }
    }

    private static WebhookReceiver receiver(DeliveryVerifier verifier) {
        InstantSource clock = InstantSource.system();
        return new WebhookReceiver(
                "/hook",
                new WebhookRequestReader(10, Duration.ofSeconds(10)),
                verifier,
                EventFilter.of(null),
                null,
                null,
                Duration.ZERO,
                clock,
                new RefusalLog("/hook", clock));
    }

    private static Exchange request() {
        Exchange exchange = new DefaultExchange(new DefaultCamelContext());
        exchange.getMessage().setHeader(Exchange.HTTP_METHOD, "POST");
        exchange.getMessage().setHeader(Exchange.CONTENT_TYPE, "application/json");
        exchange.getMessage().setBody(new byte[] {'{', '}'});
        return exchange;
    }
}
