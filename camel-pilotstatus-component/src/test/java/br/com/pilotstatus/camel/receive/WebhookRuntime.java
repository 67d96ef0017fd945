/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.receive;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.pilotstatus.camel.PilotStatusComponent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.apache.camel.CamelContext;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServerConfiguration;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.EmbeddedHttpService;

/** A Camel context with a real HTTP server on a free port, and a real client to call it. */
public final class WebhookRuntime implements AutoCloseable {

    public static final String PATH = "/pilotstatus/webhook";
    public static final String TOKEN = "tkn-3f9c2a71d04be865";
    public static final String FROM = "pilotstatus:webhook?token=" + TOKEN;
    public static final String EVENT = """
            {"event":"message.received","data":{"id":"cmq1xa9p20002v8l2in000001","from":"+5511977770000",\
            "to":"+5511888880000","type":"text","fromMe":false,"content":"Hello"}}""";

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(Version.HTTP_1_1).build();

    private final DefaultCamelContext context = new DefaultCamelContext();

    /** A server without routes yet. */
    public static WebhookRuntime withServer() throws Exception {
        WebhookRuntime runtime = new WebhookRuntime();
        VertxPlatformHttpServerConfiguration server = new VertxPlatformHttpServerConfiguration();
        server.setBindHost("127.0.0.1");
        server.setBindPort(0);
        runtime.context.addService(new VertxPlatformHttpServer(server));
        runtime.context.getShutdownStrategy().setTimeout(20);
        return runtime;
    }

    public static WebhookRuntime started(RoutesBuilder routes) throws Exception {
        WebhookRuntime runtime = withServer();
        try {
            runtime.context.addRoutes(routes);
            runtime.context.start();
            return runtime;
        } catch (Exception e) {
            runtime.close();
            throw e;
        }
    }

    /** With one route, which takes events to <code>mock:route</code>. */
    public static WebhookRuntime toMock() throws Exception {
        return started(new RouteBuilder() {
            @Override
            public void configure() {
                from(FROM).to("mock:route");
            }
        });
    }

    /** As the pages have it: where nothing prints it. */
    void setTokenOnTheComponent() {
        context.getComponent("pilotstatus", PilotStatusComponent.class)
                .getConfiguration()
                .setToken(TOKEN);
    }

    public CamelContext context() {
        return context;
    }

    public MockEndpoint mock(String name) {
        return context.getEndpoint("mock:" + name, MockEndpoint.class);
    }

    /** A JSON request with the right token, to be changed as the test likes. */
    HttpRequest.Builder event(BodyPublisher body) {
        return request().header("X-Webhook-Token", TOKEN).POST(body);
    }

    public HttpRequest.Builder event(String body) {
        return event(BodyPublishers.ofString(body));
    }

    /** A JSON request without credentials. */
    public HttpRequest.Builder request() {
        return to(PATH).header("Content-Type", "application/json");
    }

    HttpRequest.Builder to(String pathAndQuery) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + pathAndQuery))
                .timeout(Duration.ofSeconds(20));
    }

    public int port() {
        return context.getRegistry()
                .lookupByNameAndType("platform-http-engine", EmbeddedHttpService.class)
                .getServerPort();
    }

    public static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public static void assertAnswer(HttpRequest.Builder request, int status) {
        assertThat(send(request).statusCode()).isEqualTo(status);
    }

    @Override
    public void close() {
        context.stop();
    }
}
