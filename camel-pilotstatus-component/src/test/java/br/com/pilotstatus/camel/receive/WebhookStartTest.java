/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.receive;

import static br.com.pilotstatus.camel.receive.WebhookRuntime.EVENT;
import static br.com.pilotstatus.camel.receive.WebhookRuntime.TOKEN;
import static br.com.pilotstatus.camel.receive.WebhookRuntime.assertAnswer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpRequest.BodyPublishers;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServerConfiguration;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.RestConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What must be right before a route that receives events starts, and what the error says otherwise. */
class WebhookStartTest {

    private WebhookRuntime runtime;

    @BeforeEach
    void create() throws Exception {
        runtime = WebhookRuntime.withServer();
    }

    @AfterEach
    void stop() {
        runtime.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    pilotstatus:webhook                             | the option token, secret or verifier
                    pilotstatus:webhook?token=,                     | the option token, secret or verifier
                    pilotstatus:webhook?token=${WEBHOOK_TOKEN}      | The option token takes no expression, and holds no placeholder
                    pilotstatus:webhook?secret=a,${env.SECRET}      | The option secret takes no expression, and holds no placeholder
                    pilotstatus:webhok?token=x                      | There is no operation 'webhok'
                    pilotstatus:webhook?verify=token                | verification needs the option token
                    pilotstatus:webhook?verify=hmac&token=x         | verification needs the option secret
                    pilotstatus:webhook?verify=bean&token=x         | verification needs the option verifier
                    pilotstatus:webhook?secret=x&signatureHeader=,  | a signature header must be named
                    pilotstatus:webhook?token=x&events=mesage.sent  | 'mesage.sent', which is no event
                    pilotstatus:webhook?token=x&events=mesage.*     | 'mesage.*', which is no event
                    pilotstatus:webhook?token=x&maxPayloadSize=0    | maxPayloadSize must be at least 1
                    pilotstatus:webhook?token=x&path=hook           | The option path must begin with a slash
                    pilotstatus:webhook?token=x&path=/              | The option path must begin with a slash
                    pilotstatus:webhook?token=x&path=/hook/*        | The option path must begin with a slash
                    pilotstatus:webhook?token=x&path=/hook/{id}     | The option path must begin with a slash
                    pilotstatus:webhook?token=x&httpServer=absent   | The HTTP server absent is no component
                    pilotstatus:webhook?token=x&httpServer=mock     | The HTTP server mock is no component
                    """)
    void aWrongOptionKeepsTheRouteFromStarting(String uri, String message) {
        assertFails(uri, message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    apiKey=k&events=*                                        | autoRegister needs publicUrl
                    apiKey=k&events=*&publicUrl=hooks.example.com/in         | publicUrl must be an https URL
                    apiKey=k&events=*&publicUrl=http://hooks.example.com/in  | publicUrl must be https, except for a loopback
                    apiKey=k&events=*&publicUrl=RAW(https://a.example/in?a)  | publicUrl must end with its path
                    apiKey=k&publicUrl=https://a.example/in                  | autoRegister needs events
                    apiKey=k&events=meta.envelope&publicUrl=https://a.b/in   | autoRegister needs events
                    events=*&publicUrl=https://a.example/in                  | No key
                    accountKey=k&events=*&publicUrl=https://a.example/in     | or accountKey together with whatsappNumberId
                    apiKey=k&whatsappNumberId=n&events=*&publicUrl=https://a.b/in | or accountKey together with whatsappNumberId
                    """)
    void aRegistrationThatCannotWorkKeepsTheRouteFromStarting(String options, String message) {
        assertFails(WebhookRuntime.FROM + "&autoRegister=true&" + options, message);
    }

    @Test
    void theErrorOfAnUnknownEventNamesTheValidOnes() {
        assertFails("pilotstatus:webhook?token=x&events=sent", "message.delivered");
    }

    @Test
    void noErrorQuotesTheToken() {
        assertThatThrownBy(() -> start("pilotstatus:webhook?events=sent&token=" + TOKEN))
                .satisfies(error -> assertThat(stackTrace(error)).doesNotContain(TOKEN));
    }

    @Test
    void theSamePathTwiceFails() {
        assertThatThrownBy(() -> start(WebhookRuntime.FROM, WebhookRuntime.FROM + "&events=message.reply"))
                .hasMessageContaining("The path /pilotstatus/webhook is already taken");
    }

    @Test
    void aPathOfAnotherConsumerOfTheServerFails() {
        assertThatThrownBy(() -> start("platform-http:/pilotstatus/webhook", WebhookRuntime.FROM))
                .hasMessageContaining("The path /pilotstatus/webhook is already taken");
    }

    @Test
    void aPathIsSharedWithAnotherMethod() throws Exception {
        start("platform-http:/pilotstatus/webhook?httpMethodRestrict=GET", WebhookRuntime.FROM);

        assertAnswer(runtime.event(EVENT), 200);
    }

    @Test
    void aPathThatIsTakenStaysWithItsFirstConsumer() throws Exception {
        start(WebhookRuntime.FROM);
        assertThatThrownBy(() -> runtime.context().addRoutes(routes(WebhookRuntime.FROM + "&events=message.reply")))
                .hasMessageContaining("is already taken");

        assertAnswer(runtime.event(EVENT), 200);
    }

    @Test
    void twoPathsShareTheServer() throws Exception {
        start(WebhookRuntime.FROM, "pilotstatus:webhook?path=/second&token=" + TOKEN);

        assertAnswer(runtime.event(EVENT), 200);
        assertAnswer(
                runtime.to("/second?token=" + TOKEN)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(EVENT)),
                200);
    }

    @Test
    void theContextPathOfTheRestConfigurationComesFirst() throws Exception {
        RestConfiguration rest = new RestConfiguration();
        rest.setContextPath("/api");
        runtime.context().setRestConfiguration(rest);
        start(WebhookRuntime.FROM);

        assertAnswer(
                runtime.to("/api" + WebhookRuntime.PATH + "?token=" + TOKEN)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(EVENT)),
                200);
    }

    @Test
    void theRestConfigurationOfAnotherServerMeansNothing() throws Exception {
        RestConfiguration rest = new RestConfiguration();
        rest.setComponent("netty-http");
        rest.setContextPath("/api");
        runtime.context().setRestConfiguration(rest);
        start(WebhookRuntime.FROM + "&httpServer=platform-http");

        assertAnswer(runtime.event(EVENT), 200);
    }

    @Test
    void theServerOfTheRestConfigurationIsUsed() {
        RestConfiguration rest = new RestConfiguration();
        rest.setComponent("absent");
        runtime.context().setRestConfiguration(rest);

        assertFails(WebhookRuntime.FROM, "The HTTP server absent is no component");
    }

    @ParameterizedTest
    @ValueSource(strings = {"netty-http", "jetty", "undertow"})
    void aServerWithoutItsPortFails(String server) {
        assertFails(WebhookRuntime.FROM + "&httpServer=" + server, server + " needs a port");
    }

    @Test
    void aPortOfAnotherServerIsNone() {
        RestConfiguration rest = new RestConfiguration();
        rest.setComponent("jetty");
        rest.setPort(8080);
        runtime.context().setRestConfiguration(rest);

        assertFails(WebhookRuntime.FROM + "&httpServer=netty-http", "netty-http needs a port");
    }

    @Test
    void noServerFails() {
        try (Bare context = new Bare()) {
            assertThatThrownBy(() -> {
                        context.addRoutes(routes(WebhookRuntime.FROM));
                        context.start();
                    })
                    .hasMessageContaining("No HTTP server is running")
                    .hasMessageContaining("camel.server.enabled=true");
        }
    }

    @Test
    void aServerThatWasNotStartedYetIsLookedAtAsWell() {
        try (Bare context = new Bare()) {
            context.start();
            context.getComponent("platform-http", true, false);
            assertThatThrownBy(() -> context.addRoutes(routes(WebhookRuntime.FROM)))
                    .hasMessageContaining("No HTTP server is running");
        }
    }

    @Test
    void theManagementServerAloneFails() {
        try (Bare context = new Bare()) {
            VertxPlatformHttpServerConfiguration management = new VertxPlatformHttpServerConfiguration();
            management.setBindPort(0);
            management.setServerType("management");
            assertThatThrownBy(() -> {
                        context.addService(new VertxPlatformHttpServer(management));
                        context.addRoutes(routes(WebhookRuntime.FROM));
                        context.start();
                    })
                    .hasMessageContaining("Only the management server is running");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {TOKEN, "RAW(x&" + TOKEN + ")", "RAW{x&" + TOKEN + "}", "RAW{" + TOKEN + ",x+y&z=" + TOKEN + "}"})
    void theEndpointDoesNotPrintItsSecrets(String value) {
        assertThat(runtime.context().getEndpoint("pilotstatus:webhook?token=" + value + "&secret=" + value))
                .asString()
                .doesNotContain(TOKEN);
    }

    private void assertFails(String uri, String message) {
        assertThatThrownBy(() -> start(uri)).hasMessageContaining(message);
    }

    private void start(String... uris) throws Exception {
        runtime.context().addRoutes(routes(uris));
        runtime.context().start();
    }

    private static RouteBuilder routes(String... uris) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                for (String uri : uris) {
                    from(uri).to("mock:route");
                }
            }
        };
    }

    private static String stackTrace(Throwable error) {
        StringWriter text = new StringWriter();
        error.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    /** A context without HTTP server, closed without a checked exception. */
    private static final class Bare extends DefaultCamelContext {
        @Override
        public void close() {
            stop();
        }
    }
}
