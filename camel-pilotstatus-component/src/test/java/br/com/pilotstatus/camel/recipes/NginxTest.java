/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.recipes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The nginx rule of the page, run by a real nginx where one is installed. */
@Timeout(120)
class NginxTest {

    private static final String TARGET = "/pilotstatus/webhook?token=" + Node.TOKEN;
    private static final int KIB = 1024;

    /** What the test cannot have: a well-known port, a certificate, and the application's usual port. */
    private static final String TLS = """
                listen 443 ssl;
                server_name hooks.example.com;
                ssl_certificate /etc/nginx/hooks.example.com.crt;
                ssl_certificate_key /etc/nginx/hooks.example.com.key;
            """;

    private static final String PLAIN = """
            server {
                listen 127.0.0.1:PORT;
                location / {
                    proxy_pass http://127.0.0.1:8080;
                }
            }
            """;

    @TempDir
    private Path directory;

    @BeforeEach
    void needsNginx() {
        assumeThat(Nginx.binary()).as("nginx").isPresent();
    }

    private Nginx nginxOfThePage(int application) throws Exception {
        String rule = RecipesPage.block("nginx", "log_format without_query");
        assertThat(rule).contains(TLS);
        return nginx(rule.replace(TLS, "    listen 127.0.0.1:PORT;\n"), application);
    }

    private Nginx nginx(String server, int application) throws Exception {
        return new Nginx(directory, server, Map.of("127.0.0.1:8080", "127.0.0.1:" + application));
    }

    private static Node application() throws Exception {
        return new Node()
                .routes(new RouteBuilder() {
                    @Override
                    public void configure() {
                        from("pilotstatus:webhook").to("mock:events");
                    }
                })
                .start();
    }

    @Test
    void anEventComesThrough() throws Exception {
        try (Node application = application();
                Nginx nginx = nginxOfThePage(application.port())) {
            String url = Node.webhookUrl(nginx.port());

            assertThat(Node.deliver(url, Events.received("cmq1")).statusCode()).isEqualTo(200);
            assertThat(Node.deliver(url + "x", Events.received("cmq2")).statusCode())
                    .isEqualTo(401);
            assertThat(application.mock("events").getExchanges()).hasSize(1);
        }
    }

    @Test
    void theApplicationGetsTheTokenAsAHeaderOnly() throws Exception {
        List<String> seen = new CopyOnWriteArrayList<>();
        HttpServer application = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        application.createContext("/", exchange -> {
            seen.add(exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("X-Webhook-Token"));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        application.start();
        try (Nginx nginx = nginxOfThePage(application.getAddress().getPort())) {
            Node.deliver(Node.webhookUrl(nginx.port()), Events.received("cmq1"));
        } finally {
            application.stop(0);
        }

        assertThat(seen).containsExactly("/pilotstatus/webhook " + Node.TOKEN);
    }

    @Test
    void noLogHoldsTheTokenWhateverGoesWrong() throws Exception {
        Node application = application();
        try (Nginx nginx = nginxOfThePage(application.port())) {
            List<Integer> statuses = provoke(nginx, application);

            assertThat(statuses).containsExactly(200, 200, 413, 404, 414, 400, 400, 502);
            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> assertThat(nginx.logs()).contains(" 502 "));
            assertThat(nginx.logs())
                    .contains("POST /pilotstatus/webhook\" 200 ")
                    .contains("POST /pilotstatus/webhook\" 413 ")
                    .doesNotContain(Node.TOKEN);
        } finally {
            application.close();
        }
    }

    @Test
    void withoutTheRuleTheTokenIsInBothLogs() throws Exception {
        Node application = application();
        try (Nginx nginx = nginx(PLAIN, application.port())) {
            provoke(nginx, application);

            assertThat(nginx.logs())
                    .contains("request: \"POST " + TARGET)
                    .contains("[crit]")
                    .contains("\"POST " + TARGET + " HTTP/1.1\" 200 ");
        } finally {
            application.close();
        }
    }

    /** Goes through all that nginx writes about; gives the statuses of its answers. */
    private static List<Integer> provoke(Nginx nginx, Node application) throws Exception {
        List<Integer> statuses = new CopyOnWriteArrayList<>();
        statuses.add(status(nginx, post("", Events.received("cmq1"))));
        nginx.loseBodyDirectory();
        statuses.add(status(nginx, post("", Events.received("cmq2") + " ".repeat(100 * KIB))));
        statuses.add(status(nginx, post("", " ".repeat(1024 * KIB + 1))));
        statuses.add(status(nginx, post("", "").replace("/pilotstatus/webhook", "/elsewhere")));
        statuses.add(status(nginx, "GET " + TARGET + "&" + "x".repeat(40 * KIB) + " HTTP/1.1\r\nHost: a\r\n\r\n"));
        statuses.add(status(nginx, post("X-Filling: " + "x".repeat(40 * KIB) + "\r\n", "")));
        statuses.add(status(nginx, "POST " + TARGET + " HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n"));
        application.close();
        statuses.add(status(nginx, post("", Events.received("cmq3"))));
        return statuses;
    }

    private static String post(String headers, String body) {
        return "POST " + TARGET + " HTTP/1.1\r\nHost: hooks.example.com\r\nContent-Type: application/json\r\n" + headers
                + "Content-Length: " + body.length() + "\r\nConnection: close\r\n\r\n" + body;
    }

    private static int status(Nginx nginx, String request) throws Exception {
        return Integer.parseInt(nginx.send(request).split(" ", -1)[1]);
    }
}
