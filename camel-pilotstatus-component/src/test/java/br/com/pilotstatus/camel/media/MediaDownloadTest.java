/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.media;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import br.com.pilotstatus.camel.EndpointParts;
import br.com.pilotstatus.camel.LogRecorder;
import br.com.pilotstatus.camel.PilotStatusComponent;
import br.com.pilotstatus.camel.PilotStatusConfiguration;
import br.com.pilotstatus.camel.PilotStatusConstants;
import br.com.pilotstatus.camel.PilotStatusEndpoint;
import br.com.pilotstatus.camel.RecordingServer;
import br.com.pilotstatus.camel.SimulatorTestSupport;
import br.com.pilotstatus.camel.error.Outcome;
import br.com.pilotstatus.camel.error.PilotStatusException;
import br.com.pilotstatus.camel.error.PilotStatusNotFoundException;
import br.com.pilotstatus.camel.error.PilotStatusValidationException;
import br.com.pilotstatus.camel.model.EventMedia;
import br.com.pilotstatus.camel.model.WebhookEvent;
import br.com.pilotstatus.simulator.fault.Fault;
import br.com.pilotstatus.simulator.fault.FaultRule;
import br.com.pilotstatus.simulator.state.Provider;
import br.com.pilotstatus.simulator.state.SimulatedNumber;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.camel.AsyncProducer;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ResolveEndpointFailedException;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.test.junit5.TestSupport;
import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Media of events turned into bytes, by id and by link. */
@Timeout(60)
class MediaDownloadTest extends SimulatorTestSupport {

    private static final String DOWNLOAD = "pilotstatus:media-download";
    private static final String ANY = DOWNLOAD + "?allowPrivateAddresses=true";
    private static final byte[] PHOTO = "photo".getBytes(UTF_8);

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final MediaServer server = MediaServer.withTls()
            .file("/p", "image/jpeg; charset=binary", PHOTO)
            .file("/other", "text/plain", "other".getBytes(UTF_8));

    @Override
    public CamelContext createCamelContext() throws Exception {
        CamelContext created = super.createCamelContext();
        created.getRegistry().bind("metricsRegistry", metrics);
        return created;
    }

    @Override
    public void configure(PilotStatusConfiguration configuration) {
        configuration.setApiKey(meta().key().value());
        configuration.setSslContextParameters(TestCertificate.trusted());
        configuration.setMaxAttempts(1);
    }

    @AfterEach
    void closeServer() {
        server.close();
    }

    private static SimulatedNumber meta() {
        return simulator().number(Provider.META);
    }

    private static WebhookEvent event(JsonNode data) {
        return WebhookEvent.of(JsonNodeFactory.instance
                .objectNode()
                .put("event", "message.received")
                .set("data", data));
    }

    /** What a customer of the Meta number sends. */
    private WebhookEvent received(String kind, String link, String fileName) {
        return event(simulator()
                .inbound(meta().id())
                .media(PHONE, kind, link, "Look", fileName)
                .data());
    }

    private static WebhookEvent withLink(String link) {
        return event(JsonNodeFactory.instance
                .objectNode()
                .put("id", "cmq1")
                .put("mediaType", "image")
                .put("mediaLink", link));
    }

    private static Map<String, Object> params(Map<String, Object> params) {
        return Map.of(PilotStatusConstants.PARAMS, params);
    }

    private static PilotStatusException failure(Exchange exchange) {
        assertThat(exchange.getException()).isInstanceOf(PilotStatusException.class);
        return (PilotStatusException) exchange.getException();
    }

    private static void assertPhoto(Exchange exchange) {
        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getBody()).isEqualTo(PHOTO);
    }

    @ParameterizedTest
    @CsvSource({
        "image, me.png, me, png, image/png",
        "audio, , audio, wav, audio/wav",
        "document, Recibo.PDF, Recibo, pdf, application/pdf"
    })
    void mediaOfAMetaNumberIsFetchedByItsId(String kind, String given, String stem, String extension, String type) {
        Exchange exchange = send(DOWNLOAD, received(kind, "https://media.example.com/x", given));

        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getBody(byte[].class)).isNotEmpty();
        assertThat(exchange.getMessage().getHeader(Exchange.CONTENT_TYPE)).isEqualTo(type);
        assertThat(exchange.getMessage().getHeader(Exchange.FILE_NAME, String.class))
                .matches(stem + "-[0-9a-f]{12}\\." + extension);
        assertThat(exchange.getMessage().getHeader(PilotStatusConstants.OUTCOME))
                .isEqualTo("ACCEPTED");
        assertThat(exchange.getMessage().getHeader(PilotStatusConstants.RESPONSE_CODE))
                .isEqualTo(200);
        assertThat(simulator().requests().of("downloadMedia")).isEqualTo(1);
    }

    @Test
    void withoutAKeyTheLinkIsCalled() {
        String uri = ANY;
        context.getComponent("pilotstatus", PilotStatusComponent.class)
                .getConfiguration()
                .setApiKey(null);

        assertPhoto(send(uri, received("image", server.url("/p"), null)));
        assertThat(simulator().requests().of("downloadMedia")).isZero();
    }

    @Test
    void anIdWithoutAKeyAndALinkIsAnError() {
        context.getComponent("pilotstatus", PilotStatusComponent.class)
                .getConfiguration()
                .setApiKey(null);

        assertThat(failure(send(DOWNLOAD + "?param.mediaId=m1&param.phoneNumberId=1", null)))
                .isInstanceOf(PilotStatusValidationException.class)
                .hasMessageContaining("'mediaId' needs a key");
    }

    @Test
    void anIdWithoutTheNumberIsAnError() {
        assertThat(failure(send(DOWNLOAD + "?param.mediaId=m1", null)))
                .hasMessageContaining("'phoneNumberId' is missing");
    }

    @Test
    void mediaThatIsNoLongerThereIsNotFound() {
        assertThat(failure(send(DOWNLOAD + "?param.mediaId=m1&param.phoneNumberId=1", null)))
                .isInstanceOf(PilotStatusNotFoundException.class);
    }

    @Test
    void mediaFetchedByIdIsBoundedToo() {
        assertThat(failure(send(DOWNLOAD + "?maxMediaSize=10", received("image", "https://a.example", null))))
                .hasMessageContaining("larger than maxMediaSize, 10 bytes");
    }

    @Test
    void anAnswerThatIsNoDataUriIsAnError() throws Exception {
        try (RecordingServer api = new RecordingServer()) {
            api.answer(request -> new RecordingServer.Reply(200, "{\"base64\":\"s3cret\"}"));

            assertThat(failure(send(
                            DOWNLOAD + "?param.mediaId=m1&param.phoneNumberId=1&apiKey=ps_own&baseUrl=" + api.url(),
                            null)))
                    .hasMessageContaining("holds no data URI in base64")
                    .hasMessageNotContaining("s3cret");
        }
    }

    @Test
    void theEventsHeadersStay() {
        Map<String, Object> headers = new LinkedHashMap<>();
        headers.put(PilotStatusConstants.EVENT_SENDER, PHONE);
        headers.put(PilotStatusConstants.PARAMS, Map.of("mediaLink", server.url("/p")));
        Exchange exchange = send(ANY, null, headers);

        assertPhoto(exchange);
        assertThat(exchange.getMessage().getHeader(PilotStatusConstants.EVENT_SENDER))
                .isEqualTo(PHONE);
        assertThat(exchange.getMessage().getHeaders()).doesNotContainKey(PilotStatusConstants.PARAMS);
        assertThat(exchange.getMessage().getHeader(Exchange.CONTENT_TYPE)).isEqualTo("image/jpeg; charset=binary");
    }

    @Test
    void theMediaOfAnEventAloneIsEnough() {
        assertPhoto(send(ANY, new EventMedia("image", server.url("/p"), null, null, null, null)));
    }

    @Test
    void theEndpointWinsOverHeaderAndEvent() {
        Exchange exchange = send(
                ANY + "&param.mediaLink=" + server.url("/p"),
                received("image", server.url("/other"), null),
                params(Map.of("mediaLink", server.url("/other"), "mediaId", "m1", "phoneNumberId", "1")));

        assertPhoto(exchange);
        assertThat(simulator().requests().of("downloadMedia")).isZero();
    }

    @Test
    void theHeaderWinsOverTheEvent() {
        assertPhoto(send(
                ANY, received("image", server.url("/other"), null), params(Map.of("mediaLink", server.url("/p")))));
    }

    @Test
    void aParameterMayBeAnExpression() {
        assertPhoto(send(ANY + "&param.mediaLink=${header.link}", null, Map.of("link", server.url("/p"))));
    }

    @Test
    void aHeaderWithAnotherNameIsAnError() {
        assertThat(failure(send(ANY, null, params(Map.of("link", "x")))))
                .hasMessageContaining("it takes mediaLink, mediaId, phoneNumberId");
    }

    @Test
    void withoutMediaItIsAnError() {
        assertThat(failure(send(ANY, "Hello"))).hasMessageContaining("'mediaLink' is missing");
        assertThat(failure(send(ANY, withLink("").data()))).hasMessageContaining("'mediaLink' is missing");
    }

    @Test
    void aPrivateAddressNeedsToBeAllowed() {
        Exchange exchange = send(DOWNLOAD, withLink(server.url("/p")));

        assertThat(failure(exchange))
                .isInstanceOf(PilotStatusValidationException.class)
                .hasMessageContaining("unless allowPrivateAddresses is set");
        assertThat(exchange.getMessage().getHeader(PilotStatusConstants.OUTCOME))
                .isEqualTo("REFUSED");
        assertThat(exchange.getMessage().getHeader(PilotStatusConstants.RETRYABLE))
                .isEqualTo(false);
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void twoMessagesGiveTwoFileNamesAndARepeatTheSame() {
        Object one = fileName(withLink(server.url("/p")));

        assertThat(fileName(withLink(server.url("/p")))).isEqualTo(one);
        assertThat(fileName(event(JsonNodeFactory.instance
                        .objectNode()
                        .put("id", "cmq2")
                        .put("mediaType", "image")
                        .put("mediaLink", server.url("/p")))))
                .isNotEqualTo(one);
    }

    private Object fileName(WebhookEvent event) {
        return send(ANY, event).getMessage().getHeader(Exchange.FILE_NAME);
    }

    @Test
    void aTypeThatIsNoneIsNotPassedOn() {
        server.file("/odd", "<script>", PHOTO);
        Exchange exchange = send(ANY, withLink(server.url("/odd")));

        assertThat(exchange.getMessage().getHeader(Exchange.CONTENT_TYPE)).isEqualTo("application/octet-stream");
        assertThat(exchange.getMessage().getHeader(Exchange.FILE_NAME, String.class))
                .endsWith(".jpg");
    }

    @Test
    void theRouteGoesOnOnAThreadOfItsOwn() {
        CompletableFuture<String> thread = new CompletableFuture<>();
        Exchange exchange = TestSupport.createExchangeWithBody(context, withLink(server.url("/p")));

        asyncSend(exchange, thread);

        await().atMost(SOON).until(thread::isDone);
        assertThat(thread.join()).contains("PilotStatus").doesNotContain("LookUp");
        assertPhoto(exchange);
    }

    private void asyncSend(Exchange exchange, CompletableFuture<String> thread) {
        try {
            AsyncProducer producer =
                    context.getEndpoint(ANY, PilotStatusEndpoint.class).createAsyncProducer();
            producer.start();
            producer.process(
                    exchange, done -> thread.complete(Thread.currentThread().getName()));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aLinkIsCountedAndSaysNothingOfTheServicesHealth() {
        HealthCheckHelper.getHealthCheckRepository(context, "producers").setEnabled(true);
        server.status("/gone", 404);
        send(ANY, withLink(server.url("/p")));
        failure(send(ANY, withLink(server.url("/gone"))));

        assertThat(metrics.get("camel.pilotstatus.media.downloads")
                        .tag("outcome", "ACCEPTED")
                        .timer()
                        .count())
                .isEqualTo(1);
        assertThat(metrics.get("camel.pilotstatus.media.downloads")
                        .tag("status", "4xx")
                        .timer()
                        .count())
                .isEqualTo(1);
        PilotStatusEndpoint endpoint = context.getEndpoint(ANY, PilotStatusEndpoint.class);
        assertThat(EndpointParts.calls(endpoint).count(Outcome.ACCEPTED)).isEqualTo(1);
        assertThat(EndpointParts.calls(endpoint).count(Outcome.REFUSED)).isEqualTo(1);
        assertThat(HealthCheckHelper.invoke(context))
                .filteredOn(result -> result.getCheck().getId().contains("media-download"))
                .allSatisfy(result -> assertThat(result.getState()).isEqualTo(HealthCheck.State.UP));
    }

    @Test
    void aFailureOfTheServiceIsHeardOf() {
        simulator().faults().add(FaultRule.always(Fault.status(503)));

        assertThat(failure(send(DOWNLOAD, received("image", server.url("/p"), null)))
                        .isRetryable())
                .isTrue();
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void aDownloadUnderWayIsEndedByTheStop() {
        server.at("/silent", exchange -> {
            try {
                new CountDownLatch(1).await(30, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        CompletableFuture<String> ended = new CompletableFuture<>();
        Exchange exchange = TestSupport.createExchangeWithBody(context, withLink(server.url("/silent")));
        asyncSend(exchange, ended);
        await().atMost(SOON).until(() -> !server.requests().isEmpty());

        context.stop();

        await().atMost(SOON).until(ended::isDone);
        assertThat(failure(exchange)).hasMessageContaining("the client was closed");
    }

    @Test
    void neitherLinkNorMediaIsLogged() {
        try (LogRecorder log = new LogRecorder(Level.INFO)) {
            send(ANY, withLink(server.url("/p?token=s3cret")));
            send(DOWNLOAD, withLink(server.url("/p?token=s3cret")));
            send(DOWNLOAD + "?param.mediaLink=https://s3cret.invalid/s3cret", null);

            assertThat(log.lines("s3cret")).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    media-download?param.link=x              | has no parameter 'link'; it has: mediaLink, mediaId, phoneNumberId
                    media-download?id=1                      | does not take the option id
                    media-download?confirm=true              | does not take the option confirm
                    media-download?pages=all                 | does not take the option pages
                    media-download?to=1                      | does not take the option to
                    media-download?result=headers            | puts the media into the body
                    media-download?maxMediaSize=0            | The option maxMediaSize must be positive
                    status?allowPrivateAddresses=true        | does not take the option allowPrivateAddresses
                    status?maxMediaSize=1                    | does not take the option maxMediaSize
                    send?allowPrivateAddresses=true          | does not take the option allowPrivateAddresses
                    """)
    void whatDoesNotFitIsNamedAtStart(String uri, String reason) {
        assertThatThrownBy(() -> context.getEndpoint("pilotstatus:" + uri))
                .isInstanceOf(ResolveEndpointFailedException.class)
                .hasMessageContaining(reason);
    }
}
