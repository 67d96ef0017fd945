/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.faults;

import java.util.Locale;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServerConfiguration;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.EmbeddedHttpService;

/** What {@link ReceivingLoadTest} measures, to be run in a process of its own. Prints its port, then serves until killed. */
final class ReceivingServer {

    static final String TOKEN = "tkn-3f9c2a71d04be865";
    static final String SECRET = "sec-91be04d7a35f2c68";

    /** The paths: a route of platform-http that does nothing, and those of webhooks by their verification. */
    enum Path {
        BARE("platform-http:/bare?httpMethodRestrict=POST"),
        TOKEN("pilotstatus:webhook?path=/token&token=" + ReceivingServer.TOKEN),
        HMAC("pilotstatus:webhook?path=/hmac&secret=" + SECRET),
        BOTH("pilotstatus:webhook?path=/both&token=" + ReceivingServer.TOKEN + "&secret=" + SECRET);

        private final String uri;

        Path(String uri) {
            this.uri = uri;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private ReceivingServer() {}

    public static void main(String[] args) throws Exception {
        DefaultCamelContext context = new DefaultCamelContext();
        VertxPlatformHttpServerConfiguration server = new VertxPlatformHttpServerConfiguration();
        server.setBindHost("127.0.0.1");
        server.setBindPort(0);
        context.addService(new VertxPlatformHttpServer(server));
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                for (Path path : Path.values()) {
                    from(path.uri).setBody(constant("OK"));
                }
            }
        });
        context.start();
        System.out.println(context.getRegistry()
                .lookupByNameAndType("platform-http-engine", EmbeddedHttpService.class)
                .getServerPort());
    }
}
