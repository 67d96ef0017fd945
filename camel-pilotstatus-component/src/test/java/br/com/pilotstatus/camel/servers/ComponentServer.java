/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.RestConfiguration;

/** A component of Camel that brings its own server, on the port of the rest configuration. */
final class ComponentServer implements WebhookServer {

    private final DefaultCamelContext context = new DefaultCamelContext();
    private final String component;
    private final int port = freePort();

    /** @param component name of the component, such as netty-http */
    ComponentServer(String component) {
        this.component = component;
    }

    @Override
    public void start(RouteBuilder routes) throws Exception {
        RestConfiguration rest = new RestConfiguration();
        rest.setComponent(component);
        rest.setHost("127.0.0.1");
        rest.setPort(port);
        context.setRestConfiguration(rest);
        context.getShutdownStrategy().setTimeout(20);
        context.addRoutes(routes);
        context.start();
    }

    @Override
    public CamelContext context() {
        return context;
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public String otherConsumer(String path) {
        // Undertow serves on a port what goes through the rest configuration, or what does not, and never both.
        return component.equals("undertow") ? "rest:post:" + path : component + ":http://127.0.0.1:" + port + path;
    }

    @Override
    public void close() {
        context.stop();
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
