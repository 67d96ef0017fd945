/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.receive;

import static br.com.pilotstatus.camel.receive.WebhookRuntime.EVENT;
import static br.com.pilotstatus.camel.receive.WebhookRuntime.PATH;
import static br.com.pilotstatus.camel.receive.WebhookRuntime.TOKEN;
import static br.com.pilotstatus.camel.receive.WebhookRuntime.assertAnswer;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import br.com.pilotstatus.camel.LogRecorder;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import org.apache.camel.FailedToCreateRouteException;
import org.apache.camel.FailedToStartRouteException;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.spi.BacklogTracer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
    void whyRequestsAreRefusedIsAWarningOnceAMinute() throws Exception {
        start(WebhookRuntime.FROM);

        for (int i = 0; i < 3; i++) {
            assertAnswer(json(PATH + "?token=" + WRONG, EVENT), 401);
        }

        assertThat(log.lines("refused with 401"))
                .singleElement()
                .asString()
                .startsWith("WARN ")
                .contains("1 request to /pilotstatus/webhook", "its token is none of those of the option token");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            token=TOKEN         | X-Other: a              | it carries no token
            secret=TOKEN-secret | X-Other: a              | it carries none of the headers
            secret=TOKEN-secret | X-Signature: a          | its signature is no HMAC-SHA256
            secret=TOKEN-secret | X-Signature: %s         | its signature fits none of the values
            """)
    void whyARequestIsRefusedIsSaid(String option, String header, String reason) throws Exception {
        start("pilotstatus:webhook?" + option.replace("TOKEN", TOKEN));
        String[] nameAndValue = header.formatted("0".repeat(64)).split(": ", 2);

        assertAnswer(json(PATH, EVENT).header(nameAndValue[0], nameAndValue[1]), 401);

        assertThat(log.lines("refused with 401")).singleElement().asString().contains(reason);
    }

    @Test
    void aTokenWithABlankIsAWarning() throws Exception {
        start("pilotstatus:webhook?token=tkn-3f9c2a71+04be865");

        assertThat(log.lines("The option token holds a blank"))
                .singleElement()
                .asString()
                .startsWith("WARN ");
        assertThat(log.lines("04be865")).isEmpty();
    }

    /** Others, such as a slash, are kept as they are. */
    @ParameterizedTest
    @ValueSource(strings = {"&", ",", "+", "%2F"})
    void aPlaceholderWithoutRawDoesNotStartOrIsWarnedOf(String special) throws Exception {
        String token = "tkn-3f9c2a71" + special + "04be865b2d5f7c1e9";
        runtime = WebhookRuntime.withServer();
        runtime.context().getPropertiesComponent().addInitialProperty("webhook.token", token);
        runtime.context().addRoutes(route("pilotstatus:webhook?token={{webhook.token}}"));
        try {
            runtime.context().start();
        } catch (FailedToCreateRouteException | FailedToStartRouteException e) {
            return;
        }
        assertAnswer(json(PATH + "?token=" + URLEncoder.encode(token, UTF_8), EVENT), 401);

        assertThat(log.lines("RAW(...)")).isNotEmpty().allMatch(line -> line.startsWith("WARN "));
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
