/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.examples.main;

import static br.com.pilotstatus.examples.main.Bridge.soon;
import static org.assertj.core.api.Assertions.assertThat;

import br.com.pilotstatus.examples.main.demo.RunningApplication;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class WebhookRegistrationTest {

    @RegisterExtension
    static final Bridge BRIDGE = new Bridge();

    @Test
    void theApplicationRegistersItsWebhookWhenItIsToldItsAddress() throws IOException {
        int port = freePort();
        Properties properties = new Properties();
        properties.putAll(BRIDGE.systems().addresses());
        properties.setProperty("camel.server.port", Integer.toString(port));
        properties.setProperty("webhook.register", "true");
        properties.setProperty("webhook.public-url", "http://127.0.0.1:" + port + "/pilotstatus/webhook");

        try (RunningApplication application = RunningApplication.start(properties)) {
            soon().untilAsserted(() -> assertThat(
                            BRIDGE.pilotStatus().webhooks().list())
                    .anySatisfy(webhook -> assertThat(webhook.settings().url()).isEqualTo(application.webhookUrl())));
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
