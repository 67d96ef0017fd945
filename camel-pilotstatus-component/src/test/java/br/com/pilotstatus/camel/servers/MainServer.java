/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.servers;

import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.main.Main;
import org.apache.camel.spi.EmbeddedHttpService;

/** Camel Main with camel-platform-http-main, whose server is Vert.x. */
final class MainServer implements WebhookServer {

    private final Main main = new Main();

    @Override
    public void start(RouteBuilder routes) {
        main.setPropertyPlaceholderLocations("false");
        main.addInitialProperty("camel.server.enabled", "true");
        main.addInitialProperty("camel.server.host", "127.0.0.1");
        main.addInitialProperty("camel.server.port", "0");
        main.addInitialProperty("camel.main.shutdown-timeout", "20");
        main.configure().addRoutesBuilder(routes);
        main.start();
    }

    @Override
    public CamelContext context() {
        return main.getCamelContext();
    }

    @Override
    public int port() {
        return context()
                .getRegistry()
                .lookupByNameAndType("platform-http-engine", EmbeddedHttpService.class)
                .getServerPort();
    }

    @Override
    public String otherConsumer(String path) {
        return "platform-http:" + path;
    }

    @Override
    public void close() {
        main.stop();
    }
}
