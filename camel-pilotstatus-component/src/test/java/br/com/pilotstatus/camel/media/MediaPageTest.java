/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.media;

import static br.com.pilotstatus.camel.receive.WebhookRuntime.assertAnswer;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import br.com.pilotstatus.camel.DocumentedRoutes;
import br.com.pilotstatus.camel.PilotStatusComponent;
import br.com.pilotstatus.camel.PilotStatusConstants;
import br.com.pilotstatus.camel.model.Json;
import br.com.pilotstatus.camel.model.WebhookEvent;
import br.com.pilotstatus.camel.receive.WebhookRuntime;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The routes of the page about calls that fetch media, from the webhook to the file. */
class MediaPageTest {

    private static final DocumentedRoutes PAGE = new DocumentedRoutes("calls.md");

    @TempDir
    Path directory;

    private final MediaServer server = MediaServer.withTls().file("/p", "image/jpeg", "photo".getBytes(UTF_8));
    private WebhookRuntime runtime;

    @BeforeEach
    void start() throws Exception {
        runtime = WebhookRuntime.withServer();
        PilotStatusComponent component = new PilotStatusComponent();
        component.getConfiguration().setSslContextParameters(TestCertificate.trusted());
        component.getConfiguration().setToken(WebhookRuntime.TOKEN);
        runtime.context().addComponent("pilotstatus", component);
    }

    @AfterEach
    void stop() {
        runtime.close();
        server.close();
    }

    private String event(String fields) {
        return "{\"event\":\"message.received\",\"data\":{\"id\":\"cmq1\",\"from\":\"+5511977770000\",\"fromMe\":false,"
                + fields + "}}";
    }

    private String photo() {
        return event(
                "\"mediaType\":\"image\",\"mediaFilename\":\"../me.jpg\",\"mediaLink\":\"" + server.url("/p") + "\"");
    }

    private List<Path> files() throws Exception {
        try (Stream<Path> files = Files.list(directory)) {
            return files.toList();
        }
    }

    @Test
    void theJavaRouteOfThePageIsTheOneBelow() {
        assertThat(PAGE.isIn(MediaPageTest.class, "file:inbox")).isTrue();
    }

    @Test
    void aPhotoBecomesAFileAndATextDoesNot() throws Exception {
        runtime.context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                interceptSendToEndpoint("file:inbox")
                        .skipSendToOriginalEndpoint()
                        .to(directory.toUri() + "?");
                interceptSendToEndpoint("pilotstatus:media-download")
                        .skipSendToOriginalEndpoint()
                        .to("pilotstatus:media-download?allowPrivateAddresses=true");

                from("pilotstatus:webhook?events=message.received")
                        .filter(simple("${body.media} != null"))
                        .to("pilotstatus:media-download")
                        .to("file:inbox");
            }
        });
        runtime.context().start();

        assertAnswer(runtime.event(event("\"content\":\"Hello\"")), 200);
        assertAnswer(runtime.event(photo().replace("cmq1", "cmq2")), 200);

        assertThat(files()).singleElement().satisfies(file -> {
            assertThat(file).hasContent("photo");
            assertThat(file.getFileName().toString()).matches("me-[0-9a-f]{12}\\.jpg");
        });
    }

    @Test
    void theYamlRouteOfThePageKeepsTheEvent() throws Exception {
        String yaml = PAGE.block("yaml", "direct:answer-with-thanks")
                .replace("file:inbox", "file:" + directory)
                .replace(
                        "uri: pilotstatus:media-download",
                        "uri: pilotstatus:media-download?allowPrivateAddresses=true");
        PluginHelper.getRoutesLoader(runtime.context()).loadRoutes(ResourceHelper.fromString("page.yaml", yaml));
        runtime.context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("pilotstatus:webhook").to("direct:answer-with-thanks");
                from("direct:write-to-them").to("mock:written");
            }
        });
        runtime.context().start();

        assertAnswer(runtime.event(photo()), 200);

        assertThat(files()).singleElement().satisfies(file -> assertThat(file).hasContent("photo"));
        Exchange written = runtime.mock("written").getExchanges().get(0);
        assertThat(written.getMessage().getBody(String.class)).matches("Thank you for me-[0-9a-f]{12}\\.jpg");
        assertThat(written.getMessage().getHeader(PilotStatusConstants.EVENT_SENDER))
                .isEqualTo("+5511977770000");
        assertThat(written.getMessage().getHeaders())
                .doesNotContainKeys(Exchange.CONTENT_TYPE, PilotStatusConstants.OUTCOME);
    }

    @Test
    void theEventStaysTheBodyWhenTheMediaGoesToAVariable() throws Exception {
        RouteBuilder.addRoutes(
                runtime.context(),
                route -> route.from("direct:in")
                        .toV("pilotstatus:media-download?allowPrivateAddresses=true", null, "photo")
                        .to("mock:in"));
        runtime.context().start();
        WebhookEvent event = WebhookEvent.of(Json.mapper().readTree(photo()));

        runtime.context().createProducerTemplate().sendBody("direct:in", event);

        Exchange ended = runtime.mock("in").getExchanges().get(0);
        assertThat(ended.getMessage().getBody()).isEqualTo(event);
        assertThat(ended.getVariable("photo")).isEqualTo("photo".getBytes(UTF_8));
        assertThat(ended.getVariable("header:photo.Content-Type")).isEqualTo("image/jpeg");
    }
}
