/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.benchmarks.event;

import br.com.pilotstatus.camel.PilotStatusComponent;
import br.com.pilotstatus.camel.PilotStatusConfiguration;
import java.util.function.Consumer;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServerConfiguration;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.EmbeddedHttpService;

/** Routes behind an HTTP server in a context of their own. Every route of this package sets the same answer as its last step. */
public final class ReceivingRoute implements AutoCloseable {

    /** Where every route receives. */
    static final String PATH = "/events";

    /** The component, which knows events by their token. */
    public static final String TOKEN_WEBHOOK = "pilotstatus:webhook?path=" + PATH + "&token=" + Credentials.TOKEN;

    private final DefaultCamelContext context = new DefaultCamelContext();

    /** Sets options of the component, such as its inbox. */
    public ReceivingRoute configure(Consumer<PilotStatusConfiguration> options) {
        PilotStatusComponent component = new PilotStatusComponent();
        options.accept(component.getConfiguration());
        context.addComponent("pilotstatus", component);
        return this;
    }

    /** Serves, and returns the URL that events go to. */
    public String serve(RouteBuilder route) throws Exception {
        VertxPlatformHttpServerConfiguration server = new VertxPlatformHttpServerConfiguration();
        server.setBindHost("127.0.0.1");
        server.setBindPort(0);
        context.addService(new VertxPlatformHttpServer(server));
        context.addRoutes(route);
        context.start();
        int port = context.getRegistry()
                .lookupByNameAndType("platform-http-engine", EmbeddedHttpService.class)
                .getServerPort();
        return "http://127.0.0.1:" + port + PATH;
    }

    @Override
    public void close() {
        context.stop();
    }
}
