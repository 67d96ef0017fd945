/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.recipes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.CamelContext;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServerConfiguration;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.Main;
import org.apache.camel.main.MainListenerSupport;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

/** One node of an application: Camel Main with an HTTP server of its own on the loopback address. */
public final class Node implements AutoCloseable {

    static final String TOKEN = "tkn-3f9c2a71d04be865";
    private static final String PATH = "/pilotstatus/webhook";
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(Version.HTTP_1_1).build();

    private final Main main = new Main();
    private final VertxPlatformHttpServer http;
    private final List<RoutesBuilder> routes = new ArrayList<>();
    private final List<String> yaml = new ArrayList<>();

    public Node() {
        this(0);
    }

    /** @param port port of its HTTP server; 0 for a free one */
    public Node(int port) {
        VertxPlatformHttpServerConfiguration server = new VertxPlatformHttpServerConfiguration();
        server.setBindHost("127.0.0.1");
        server.setBindPort(port);
        http = new VertxPlatformHttpServer(server);
        main.setDefaultPropertyPlaceholderLocation("false");
        main.configure().setShutdownTimeout(20);
        property("camel.component.pilotstatus.token", TOKEN);
    }

    public Node property(String name, String value) {
        main.addInitialProperty(name, value);
        return this;
    }

    Node properties(Map<String, String> properties) {
        properties.forEach(this::property);
        return this;
    }

    public Node bind(String name, Object bean) {
        main.bind(name, bean);
        return this;
    }

    public Node routes(RoutesBuilder more) {
        routes.add(more);
        return this;
    }

    Node yaml(String more) {
        yaml.add(more);
        return this;
    }

    /** Puts the files of a directory onto its class path. */
    Node resources(Path directory) {
        main.addMainListener(new MainListenerSupport() {
            @Override
            public void beforeConfigure(BaseMainSupport configured) {
                try {
                    URL[] urls = {directory.toUri().toURL()};
                    configured
                            .getCamelContext()
                            .setApplicationContextClassLoader(
                                    new URLClassLoader(urls, getClass().getClassLoader()));
                } catch (MalformedURLException e) {
                    throw new UncheckedIOException(e);
                }
            }
        });
        return this;
    }

    public Node start() throws Exception {
        try {
            main.start();
            context().addService(http);
            for (RoutesBuilder builder : routes) {
                context().addRoutes(builder);
            }
            for (String text : yaml) {
                PluginHelper.getRoutesLoader(context()).loadRoutes(ResourceHelper.fromString("page.yaml", text));
            }
            return this;
        } catch (Exception e) {
            close();
            throw e;
        }
    }

    public CamelContext context() {
        return main.getCamelContext();
    }

    MockEndpoint mock(String name) {
        return context().getEndpoint("mock:" + name, MockEndpoint.class);
    }

    public int port() {
        return http.getPort();
    }

    /** The address that a sender is given. */
    String webhookUrl() {
        return webhookUrl(port());
    }

    public static String webhookUrl(int port) {
        return "http://127.0.0.1:" + port + PATH + "?token=" + TOKEN;
    }

    /** Delivers an event, once. */
    HttpResponse<String> deliver(String event) {
        return deliver(webhookUrl(), event);
    }

    CompletableFuture<HttpResponse<String>> deliverAsync(String event) {
        return CLIENT.sendAsync(request(webhookUrl(), event), BodyHandlers.ofString());
    }

    static HttpResponse<String> deliver(String url, String event) {
        try {
            return CLIENT.send(request(url, event), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static HttpRequest request(String url, String event) {
        return HttpRequest.newBuilder(URI.create(url))
                .timeout(Duration.ofSeconds(60))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(event))
                .build();
    }

    @Override
    public void close() {
        main.stop();
    }
}
