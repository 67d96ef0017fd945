/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.link;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.com.pilotstatus.camel.client.PoolSettings;
import br.com.pilotstatus.camel.error.PilotStatusException;
import br.com.pilotstatus.camel.error.PilotStatusValidationException;
import br.com.pilotstatus.camel.media.TunnelProxy;
import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Links through a proxy: what this machine checks, and what it leaves to the proxy. */
class LinkProxyTest extends LinkTestSupport {

    private TunnelProxy tunnels;

    @BeforeEach
    void leadThroughProxy() throws Exception {
        tunnels = new TunnelProxy(server.port());
        proxy = new PoolSettings.Proxy("127.0.0.1", tunnels.port(), "user", "s3cret");
        restart();
    }

    @AfterEach
    void closeProxy() throws Exception {
        tunnels.close();
    }

    private LinkAnswer fetchPublic(String link) throws Exception {
        return begin(link, PUBLIC).get(30, TimeUnit.SECONDS);
    }

    @Test
    void aHostThatOnlyTheProxyKnowsIsLeftToIt() throws Exception {
        assertThat(fetchPublic("https://media.test/a").body()).isEqualTo("media".getBytes(UTF_8));
        assertThat(tunnels.tunnels()).containsExactly("media.test:443");
    }

    @Test
    void aHostThatIsPrivateHereIsNotAskedOfTheProxy() {
        names = name -> List.of(InetAddress.getByName("10.0.0.1"));

        assertThatThrownBy(() -> fetchPublic("https://media.test/a"))
                .hasCauseInstanceOf(PilotStatusValidationException.class);
        assertThatThrownBy(() -> fetchPublic("https://127.0.0.1/a"))
                .hasCauseInstanceOf(PilotStatusValidationException.class);
        assertThat(tunnels.tunnels()).isEmpty();
    }

    @Test
    void theCredentialsOfTheProxyStayWithTheProxy() {
        server.at("/asks", exchange -> {
            exchange.getResponseHeaders().add("Proxy-Authenticate", "Basic realm=\"p\"");
            exchange.sendResponseHeaders(407, -1);
        });

        assertThatThrownBy(() -> fetchPublic("https://media.test/asks")).hasCauseInstanceOf(PilotStatusException.class);
        assertThat(server.requests())
                .isNotEmpty()
                .allSatisfy(request -> assertThat(request.headers()).doesNotContainKey("Proxy-authorization"));
    }
}
