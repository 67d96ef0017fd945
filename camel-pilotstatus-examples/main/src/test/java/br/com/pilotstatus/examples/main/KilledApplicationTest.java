/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.examples.main;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import br.com.pilotstatus.examples.main.demo.Systems;
import br.com.pilotstatus.simulator.fault.Fault;
import br.com.pilotstatus.simulator.fault.FaultRule;
import br.com.pilotstatus.simulator.state.WebhookAttempt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The application, in a process of its own, is killed after Pilot Status has accepted and before it knows, and started again. */
@Timeout(90)
class KilledApplicationTest {

    private static final Duration SOON = Duration.ofSeconds(40);
    private static final String PHONE = "+5511977770031";
    private static final String TOKEN = "demo-token-please-change-1042";

    private final int port = freePort();
    private Systems systems;
    private Process application;

    @BeforeEach
    void start() throws Exception {
        systems = new Systems(Duration.ofMillis(20)).start();
        systems.pilotStatus()
                .faults()
                .add(FaultRule.next(1, Fault.stallAfterAcceptance()).on("sendMessage"));
        application = run();
    }

    @AfterEach
    void stop() throws Exception {
        kill();
        systems.close();
    }

    private Process run() throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path")));
        Properties addresses = systems.addresses();
        addresses.put("camel.server.port", Integer.toString(port));
        addresses.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.add(Application.class.getName());
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private void kill() throws InterruptedException {
        application.toHandle().destroyForcibly();
        application.waitFor();
    }

    private void killOnceAcceptedAndStartAgain() throws Exception {
        await().atMost(SOON).until(() -> accepted() == 1);
        kill();
        application = run();
    }

    private int accepted() {
        return systems.pilotStatus().ledger().to(PHONE).size();
    }

    @Test
    void aQueueMessageGoesOutOnceAndAPersonHearsThatItMayBeOut() throws Exception {
        systems.broker().put("whatsapp", "{\"destinationNumber\":\"" + PHONE + "\",\"text\":\"On its way\"}");
        killOnceAcceptedAndStartAgain();

        await().atMost(SOON).until(() -> systems.broker().depth("whatsapp.dead-letter") == 1);
        assertThat(systems.broker().take("whatsapp.dead-letter").getStringProperty("outcome"))
                .isEqualTo("UNKNOWN");
        assertThat(accepted()).isEqualTo(1);
    }

    @Test
    void aMailGoesOutOnceAndLiesWhereAPersonLooks() throws Exception {
        systems.mail().deliver("[" + PHONE + "] Your order", "It is on its way");
        killOnceAcceptedAndStartAgain();

        await().atMost(SOON).until(() -> systems.mail().count("Needs-a-person") == 1);
        assertThat(accepted()).isEqualTo(1);
    }

    @Test
    void aCustomerIsAnsweredOnceThoughTheMessageComesAgain() throws Exception {
        String number = systems.number().id();
        systems.pilotStatus().configure(s -> s.with(s.delivery().withRetries(100, Duration.ofMillis(400), 1)));
        systems.pilotStatus()
                .webhooks()
                .create(number, "http://127.0.0.1:" + port + "/pilotstatus/webhook?token=" + TOKEN, "message.received");
        systems.pilotStatus().inbound(number).text(PHONE, "Hello?");
        killOnceAcceptedAndStartAgain();

        systems.pilotStatus().webhooks().awaitAttempt(WebhookAttempt::isSuccess, SOON);
        assertThat(accepted()).isEqualTo(1);
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
