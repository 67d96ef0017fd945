/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.client;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.pilotstatus.camel.PilotStatusComponent;
import br.com.pilotstatus.camel.error.PilotStatusTransportException;
import br.com.pilotstatus.camel.media.MediaServer;
import br.com.pilotstatus.camel.media.TestCertificate;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.Test;

/** The key goes to the host it is meant for, and to nobody who shows the certificate of another. */
class TlsTest extends CamelTestSupport {

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

    private Exchange list(MediaServer server) {
        server.file("/v1/templates", "application/json", new byte[] {'[', ']'});
        return template.request(
                "pilotstatus:templates-list?apiKey=ps_own&baseUrl=" + server.url("/v1"), exchange -> {});
    }

    @Test
    void aTrustedCertificateOfTheHostIsAccepted() {
        try (MediaServer server = MediaServer.withTls()) {
            assertThat(list(server).getException()).isNull();
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void aTrustedCertificateOfAnotherHostIsRefusedBeforeTheKeyIsSent() {
        try (MediaServer server = MediaServer.withTls("127.0.0.2")) {
            assertThat(list(server).getException())
                    .isInstanceOf(PilotStatusTransportException.class)
                    .hasMessageContaining("TLS failed");
            assertThat(server.requests()).isEmpty();
        }
    }
}
