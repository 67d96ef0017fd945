/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel;

import static br.com.pilotstatus.camel.WebhookRuntime.EVENT;
import static br.com.pilotstatus.camel.WebhookRuntime.PATH;
import static br.com.pilotstatus.camel.WebhookRuntime.TOKEN;
import static br.com.pilotstatus.camel.WebhookRuntime.assertAnswer;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.spi.BacklogTracer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What may be read in the log: what became of a request, never what was in it. */
class WebhookLogTest {

    private static final String WRONG = "wrong-token-6b2e";

    private LogRecorder log;
    private WebhookRuntime runtime;

    @BeforeEach
    void record() {
        log = new LogRecorder();
    }

    @AfterEach
    void stop() {
        if (runtime != null) {
            runtime.close();
        }
        log.close();
    }

    @Test
    void nothingOfARequestIsLogged() throws Exception {
        start(WebhookRuntime.FROM);

        assertAnswer(json(PATH + "?token=" + TOKEN, EVENT), 200);
        assertAnswer(json(PATH + "?token=" + WRONG, EVENT), 401);
        assertAnswer(json(PATH + "?token=" + TOKEN, "{\"event\":" + EVENT), 400);
        assertAnswer(
                json(PATH + "?token=" + TOKEN, EVENT.replace("Hello", "fail").replace("0001", "0002")), 500);

        assertThat(log.lines(TOKEN)).isEmpty();
        assertThat(log.lines(WRONG)).isEmpty();
        assertThat(log.lines("5511977770000")).isEmpty();
        assertThat(log.lines("Hello")).isEmpty();
    }

    @Test
    void aMalformedEventIsLoggedWithTheRuleItBreaks() throws Exception {
        start(WebhookRuntime.FROM);

        assertAnswer(runtime.event("{"), 400);

        assertThat(log.lines("An event for /pilotstatus/webhook is refused: the body must be JSON"))
                .singleElement()
                .asString()
                .startsWith("WARN ");
    }

    @Test
    void aRefusedRequestIsNoWarning() throws Exception {
        start(WebhookRuntime.FROM);

        assertAnswer(json(PATH + "?token=" + WRONG, EVENT), 401);

        assertThat(log.lines("A request to /pilotstatus/webhook is answered with UNAUTHORIZED"))
                .singleElement()
                .asString()
                .startsWith("DEBUG ");
        assertThat(log.lines("WARN br.com.pilotstatus")).isEmpty();
    }

    @Test
    void givingUpVerificationIsAWarningAtEachStart() throws Exception {
        start("pilotstatus:webhook?verify=none");
        runtime.context().getRouteController().stopRoute("receiver");
        runtime.context().getRouteController().startRoute("receiver");

        assertThat(log.lines("verify=none: whoever")).hasSize(2).allMatch(line -> line.startsWith("WARN "));
    }

    @Test
    void aShortTokenIsAWarning() throws Exception {
        start("pilotstatus:webhook?token=" + TOKEN + ",short-5d2");

        assertThat(log.lines("The option token holds a value of fewer"))
                .singleElement()
                .asString()
                .startsWith("WARN ")
                .doesNotContain("short-5d2");
    }

    @Test
    void aShortSecretIsAWarning() throws Exception {
        start("pilotstatus:webhook?secret=short-5d2");

        assertThat(log.lines("The option secret holds a value of fewer"))
                .singleElement()
                .asString()
                .startsWith("WARN ");
    }

    @Test
    void aLongTokenIsNoWarning() throws Exception {
        start(WebhookRuntime.FROM);

        assertThat(log.lines("WARN br.com.pilotstatus")).isEmpty();
    }

    @Test
    void aTokenThatARouteNamesByAPlaceholderIsInNoTrace() throws Exception {
        runtime = WebhookRuntime.withServer();
        runtime.context().getPropertiesComponent().addInitialProperty("webhook.token", TOKEN);
        runtime.context().setBacklogTracing(true);
        runtime.context().addRoutes(route("pilotstatus:webhook?token={{webhook.token}}"));
        runtime.context().start();
        BacklogTracer tracer = runtime.context().getCamelContextExtension().getContextPlugin(BacklogTracer.class);

        assertAnswer(json(PATH + "?token=" + TOKEN, EVENT), 200);

        assertThat(tracer.dumpAllTracedMessagesAsJSon()).contains("receiver").doesNotContain(TOKEN);
    }

    private void start(String uri) throws Exception {
        runtime = WebhookRuntime.started(route(uri));
    }

    private static RouteBuilder route(String uri) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from(uri)
                        .routeId("receiver")
                        .filter(simple("${body.text} == 'fail'"))
                        .throwException(new IllegalStateException("no database"));
            }
        };
    }

    private HttpRequest.Builder json(String pathAndQuery, String body) {
        return runtime.to(pathAndQuery)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
    }
}
