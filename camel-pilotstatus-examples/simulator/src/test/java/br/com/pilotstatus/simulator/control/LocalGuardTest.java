/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.control;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.pilotstatus.simulator.PilotStatusSimulator;
import br.com.pilotstatus.simulator.PilotStatusSimulatorExtension;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a web page can do whose name was made to lead to this machine: its requests name it in Host, and being of one site
 * with the simulator, need not name it in Origin. The page knows the keys.
 */
class LocalGuardTest {

    @RegisterExtension
    static final PilotStatusSimulatorExtension EXTENSION = new PilotStatusSimulatorExtension();

    private final PilotStatusSimulator simulator = EXTENSION.simulator();

    private static String call(PilotStatusSimulator simulator, String host, String line, String type, String body)
            throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), simulator.port())) {
            String head = line + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\nx-api-key: "
                    + simulator.apiKey() + "\r\nContent-Type: " + type + "\r\nContent-Length: " + body.length()
                    + "\r\n\r\n" + body;
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    static Stream<Arguments> requests() {
        String webhook = "{\"url\":\"http://127.0.0.1:9/\",\"events\":[\"*\"]}";
        String send = "{\"destinationNumber\":\"+5511977770000\",\"text\":\"Hi\"}";
        return Stream.of(
                        "evil.example:PORT",
                        "evil.example",
                        "127.0.0.1.evil.example:PORT",
                        "localhost.evil.example:PORT")
                .flatMap(host -> Stream.of(
                        Arguments.of(host, "GET /v1/webhooks", "application/json", ""),
                        Arguments.of(host, "POST /v1/webhooks", "application/json", webhook),
                        Arguments.of(host, "POST /v1/webhooks", "text/plain", webhook),
                        Arguments.of(host, "POST /v1/messages/send", "application/json", send),
                        Arguments.of(host, "POST /v1/messages/send", "application/x-www-form-urlencoded", send),
                        Arguments.of(host, "POST /v1/messages/send", "multipart/form-data; boundary=a", send),
                        Arguments.of(host, "GET /v1/none", "application/json", ""),
                        Arguments.of(host, "GET /_sim/account", "application/json", ""),
                        Arguments.of(host, "GET /_sim/ledger", "text/plain", ""),
                        Arguments.of(host, "POST /_sim/reset", "application/json", ""),
                        Arguments.of(host, "POST /_sim/reset", "text/plain", ""),
                        Arguments.of(host, "GET /", "text/html", "")));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void aForeignNameThatLeadsHereIsRefused(String host, String line, String type, String body) throws IOException {
        String answer = call(simulator, host.replace("PORT", "" + simulator.port()), line, type, body);

        assertThat(answer)
                .startsWith("HTTP/1.1 403")
                .contains("LOCAL_ONLY")
                .doesNotContain(simulator.apiKey(), simulator.accountKey());
        assertThat(simulator.ledger().count()).isZero();
        assertThat(simulator.webhooks().list()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("requests")
    void aNameOfThisMachineIsNot(String host, String line, String type, String body) throws IOException {
        assertThat(call(simulator, "localhost:" + simulator.port(), line, type, body))
                .doesNotStartWith("HTTP/1.1 403");
    }

    @Test
    void aForeignNameIsWelcomeWhereRemoteUseIsOn() throws IOException {
        try (PilotStatusSimulator remote =
                PilotStatusSimulator.builder().remoteControl(true).build().start()) {
            String host = "simulator.example:" + remote.port();

            assertThat(call(remote, host, "GET /v1/webhooks", "application/json", ""))
                    .startsWith("HTTP/1.1 200");
            assertThat(call(remote, host, "GET /_sim/health", "application/json", ""))
                    .startsWith("HTTP/1.1 200");
            assertThat(call(
                            remote,
                            host,
                            "POST /v1/messages/send",
                            "application/json",
                            "{\"destinationNumber\":\"+5511977770000\",\"text\":\"Hi\"}"))
                    .startsWith("HTTP/1.1 202");
        }
    }
}
