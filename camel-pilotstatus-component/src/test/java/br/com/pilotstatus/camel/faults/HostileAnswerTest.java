/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.faults;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import br.com.pilotstatus.camel.PilotStatusComponent;
import br.com.pilotstatus.camel.error.PilotStatusTransportException;
import br.com.pilotstatus.camel.media.TestCertificate;
import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bounds that stand between a server and the memory of its client, which the client's library does not set by itself. */
@Timeout(60)
class HostileAnswerTest extends CamelTestSupport {

    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n";
    private static final int MEBIBYTE = 1024 * 1024;

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext created = super.createCamelContext();
        PilotStatusComponent component = new PilotStatusComponent();
        component.getConfiguration().setApiKey("ps_number");
        component.getConfiguration().setMaxAttempts(1);
        component.getConfiguration().setSslContextParameters(TestCertificate.trusted());
        created.addComponent("pilotstatus", component);
        return created;
    }

    private Exchange list(String scheme, FaultyServer server) {
        return template.request(
                "pilotstatus:templates-list?apiKey=ps_own&baseUrl=" + scheme + "://127.0.0.1:" + server.port(),
                exchange -> {});
    }

    private Exchange list(FaultyServer.Conduct conduct) throws IOException {
        try (FaultyServer server = new FaultyServer(conduct)) {
            return list("http", server);
        }
    }

    /** Answers with an empty list, and lines before it. */
    private static FaultyServer.Conduct with(String lines) {
        return (connection, server) -> {
            awaitRequest(connection);
            connection.getOutputStream().write((OK + lines + "\r\n[]").getBytes(US_ASCII));
            server.awaitEnd();
        };
    }

    private static void awaitRequest(Socket connection) throws IOException {
        connection.getInputStream().readNBytes(1);
    }

    @Test
    void anAnswerWithAHundredHeadersIsRead() throws Exception {
        assertThat(list(with("X-More: a\r\n".repeat(100))).getException()).isNull();
    }

    @Test
    void anAnswerWithThousandsOfHeadersIsNot() throws Exception {
        assertThat(list(with("X-More: a\r\n".repeat(5000))).getException())
                .isInstanceOf(PilotStatusTransportException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-More: a\r\n", "X-More: a"})
    void aHeadWithoutEndIsCutOff(String piece) throws Exception {
        AtomicLong sent = new AtomicLong();
        byte[] lines = piece.repeat(1000).getBytes(US_ASCII);
        Exchange exchange = list((connection, server) -> {
            awaitRequest(connection);
            connection.getOutputStream().write(OK.getBytes(US_ASCII));
            while (sent.addAndGet(lines.length) < 64L * MEBIBYTE) {
                connection.getOutputStream().write(lines);
            }
        });

        assertThat(exchange.getException()).isInstanceOf(PilotStatusTransportException.class);
        assertThat(sent).hasValueLessThan(32L * MEBIBYTE);
    }

    @Test
    void theClientDoesNotSpeakHttp2ToAServerThatDoes() throws Exception {
        BlockingQueue<String> spoken = new LinkedBlockingQueue<>();
        try (FaultyServer server = new FaultyServer((connection, self) -> {
            SSLSocket tls = tls(connection);
            tls.startHandshake();
            spoken.add(tls.getApplicationProtocol() + " "
                    + new String(tls.getInputStream().readNBytes(4), US_ASCII));
        })) {
            list("https", server);

            assertThat(spoken.poll(20, TimeUnit.SECONDS)).isIn(" GET ", "http/1.1 GET ");
        }
    }

    private static SSLSocket tls(Socket connection) throws IOException {
        SSLSocket tls = (SSLSocket)
                TestCertificate.context().getSocketFactory().createSocket(connection, null, connection.getPort(), true);
        tls.setUseClientMode(false);
        SSLParameters parameters = tls.getSSLParameters();
        parameters.setApplicationProtocols(new String[] {"h2", "http/1.1"});
        tls.setSSLParameters(parameters);
        return tls;
    }
}
