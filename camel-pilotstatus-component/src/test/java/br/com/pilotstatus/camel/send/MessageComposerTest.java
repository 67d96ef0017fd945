/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.com.pilotstatus.camel.BodyAs;
import br.com.pilotstatus.camel.PilotStatusSendConfiguration;
import br.com.pilotstatus.camel.error.PilotStatusValidationException;
import br.com.pilotstatus.camel.model.Json;
import br.com.pilotstatus.camel.model.SendMessage;
import br.com.pilotstatus.camel.value.Content;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.converter.stream.InputStreamCache;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageComposerTest {

    private static final SendMessage NOTHING = SendMessage.builder().build();
    private static final String PHONE = "+5511988887777";
    private static final String OTHER_PHONE = "+5511988886666";

    private final PilotStatusSendConfiguration options = new PilotStatusSendConfiguration();
    private CamelContext context;
    private Exchange exchange;

    @BeforeEach
    void start() {
        options.setMaxMediaSize(1000);
        context = new DefaultCamelContext();
        context.start();
        exchange = new DefaultExchange(context);
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    private SendMessage compose(BodyAs bodyAs, SendMessage.Builder endpoint, SendMessage.Builder headers, Object body) {
        exchange.getMessage().setBody(body);
        options.setBodyAs(bodyAs);
        return new MessageComposer("BR", options)
                .compose(exchange, Draft.of(endpoint.build()), Draft.of(headers.build()));
    }

    private SendMessage compose(SendMessage.Builder endpoint, Object body) {
        return compose(BodyAs.AUTO, endpoint, NOTHING.toBuilder(), body);
    }

    private SendMessage compose(BodyAs bodyAs, SendMessage.Builder endpoint, Object body) {
        return compose(bodyAs, endpoint, NOTHING.toBuilder(), body);
    }

    private static SendMessage.Builder to() {
        return SendMessage.builder().to(PHONE);
    }

    // Who wins

    @Test
    void aBodyCannotRedirectARouteThatNamesItsRecipient() {
        SendMessage sent = compose(to(), Map.of("destinationNumber", OTHER_PHONE, "groupId", "1@g.us", "text", "Hi"));
        assertThat(sent.destinationNumber()).isEqualTo(PHONE);
        assertThat(sent.groupId()).isNull();
        assertThat(sent.text()).isEqualTo("Hi");
    }

    @Test
    void aHeaderWinsOverTheBodyAndLosesToTheEndpoint() {
        SendMessage.Builder headers = SendMessage.builder().to(OTHER_PHONE).text("header");
        SendMessage sent = compose(BodyAs.AUTO, to(), headers, "body");
        assertThat(sent.destinationNumber()).isEqualTo(PHONE);
        assertThat(sent.text()).isEqualTo("header");
    }

    @Test
    void aBodyIsNotReadWhenContentIsGiven() {
        assertThat(compose(to().text("fixed"), new Object()).text()).isEqualTo("fixed");
    }

    @Test
    void aTemplateOfTheEndpointTakesItsVariablesFromTheHeaders() {
        SendMessage.Builder headers =
                SendMessage.builder().variable("name", "Ana").text("ignored");
        SendMessage sent = compose(BodyAs.AUTO, to().templateId("welcome"), headers, Map.of("name", "Bia"));
        assertThat(sent.variables()).isEqualTo(Map.of("name", "Ana"));
        assertThat(sent.text()).isNull();
    }

    @Test
    void variablesOfTheEndpointAreTakenWhole() {
        SendMessage sent =
                compose(to().templateId("welcome").variable("name", "Ana"), Map.of("name", "x", "city", "y"));
        assertThat(sent.variables()).isEqualTo(Map.of("name", "Ana"));
    }

    // What the body means

    @Test
    void aMapIsTheVariablesOnceATemplateIsChosen() {
        assertThat(compose(to().templateId("welcome"), Map.of("name", "Ana")).variables())
                .isEqualTo(Map.of("name", "Ana"));
    }

    @Test
    void aMapWithoutATemplateIsTheMessageInTheNamesOfTheApi() {
        SendMessage sent = compose(
                SendMessage.builder(),
                Map.of("destinationNumber", PHONE, "templateId", "welcome", "variables", Map.of("name", "Ana")));
        assertThat(sent.templateId()).isEqualTo("welcome");
        assertThat(sent.variables()).isEqualTo(Map.of("name", "Ana"));
    }

    @Test
    void aJsonNodeIsReadAsAMapIs() throws Exception {
        Object body = Json.mapper().readTree("{\"text\":\"Hi\",\"labels\":[\"vip\"]}");
        SendMessage sent = compose(to(), body);
        assertThat(sent.text()).isEqualTo("Hi");
        assertThat(sent.labels()).containsExactly("vip");
    }

    @Test
    void fieldsThatThisVersionDoesNotKnowAreKept() {
        SendMessage sent = compose(to(), Map.of("text", "Hi", "futureField", List.of(1, 2)));
        assertThat(sent.additional()).isEqualTo(Map.of("futureField", List.of(1, 2)));
    }

    @Test
    void nothingButTheApisFieldsIsTakenOfARowWhenTheContentCameFromElsewhere() {
        Map<String, Object> row =
                Map.of("destinationNumber", PHONE, "document", "111.222.333-44", "since", new Object());
        assertThat(compose(SendMessage.builder().text("Hi"), row))
                .isEqualTo(to().text("Hi").build());
        assertThat(compose(BodyAs.MESSAGE, SendMessage.builder().templateId("t"), row))
                .isEqualTo(to().templateId("t").build());
        assertThat(compose(
                        BodyAs.AUTO,
                        SendMessage.builder(),
                        SendMessage.builder().text("Hi"),
                        row))
                .isEqualTo(to().text("Hi").build());
    }

    @Test
    void aStringIsTextHoweverMuchItLooksLikeJson() {
        assertThat(compose(to(), "{\"text\":\"Hi\"}").text()).isEqualTo("{\"text\":\"Hi\"}");
    }

    @Test
    void jsonInAStringIsReadWhenTheRouteSaysSo() {
        assertThat(compose(BodyAs.MESSAGE, to(), "{\"text\":\"Hi\"}").text()).isEqualTo("Hi");
        assertThat(compose(BodyAs.VARIABLES, to().templateId("t"), "{\"a\":\"b\"}")
                        .variables())
                .isEqualTo(Map.of("a", "b"));
    }

    @Test
    void bytesAreMediaOnceTheirTypeIsSaid() {
        SendMessage sent = compose(to().mediaType("document"), new byte[] {1, 2, 3});
        assertThat(sent.media())
                .isEqualTo("data:application/octet-stream;base64,"
                        + Base64.getEncoder().encodeToString(new byte[] {1, 2, 3}));
    }

    @Test
    void aFileBringsItsNameAndType(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("invoice.pdf"), "%PDF-1.7");
        SendMessage sent = compose(to().mediaType("document"), file.toFile());
        assertThat(sent.fileName()).isEqualTo("invoice.pdf");
        assertThat((String) sent.media()).startsWith("data:application/pdf;base64,");
    }

    @Test
    void aStreamCacheIsLeftAsItWasFound() throws Exception {
        InputStreamCache cache = new InputStreamCache("abc".getBytes(StandardCharsets.UTF_8));
        compose(to().mediaType("document"), cache);
        assertThat(cache.readAllBytes()).isEqualTo("abc".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void mediaBeyondTheBoundIsRefused() {
        assertRefused(() -> compose(to().mediaType("image"), new byte[1001]), "maxMediaSize");
        assertRefused(() -> compose(to().mediaType("image"), new ByteArrayInputStream(new byte[1001])), "maxMediaSize");
    }

    @Test
    void aBoundMayBeAsLargeAsANumberGoes() {
        byte[] read = Content.read("media", new ByteArrayInputStream(new byte[] {1, 2}), Integer.MAX_VALUE, exchange);
        assertThat(read).containsExactly(1, 2);
    }

    @Test
    void aUrlIsSentAsItIs() {
        assertThat(compose(BodyAs.MEDIA, to().mediaType("image"), "https://example.com/a.jpg")
                        .media())
                .isEqualTo("https://example.com/a.jpg");
    }

    @Test
    void bytesThatNobodyExplainsAreRefusedWithTheWayOut() {
        assertRefused(() -> compose(to(), new byte[] {1}), "set mediaType, or bodyAs");
        assertRefused(() -> compose(to(), 12), "set bodyAs");
        assertRefused(() -> compose(to().mediaType("image"), "https://example.com/a.jpg"), "bodyAs=media");
    }

    @Test
    void malformedOrDeepJsonIsRefusedWithoutQuotingIt() {
        assertRefused(() -> compose(BodyAs.MESSAGE, to(), "{\"text\": secret"), "no valid JSON");
        assertRefused(() -> compose(BodyAs.MESSAGE, to(), "[".repeat(70) + "]".repeat(70)), "no valid JSON");
        assertRefused(() -> compose(BodyAs.MESSAGE, to(), "[1]"), "JSON object");
    }

    @Test
    void aBodyAsNothingIsNotRead() {
        assertThat(compose(BodyAs.NONE, to().templateId("welcome"), Map.of("name", "Ana"))
                        .variables())
                .isNull();
    }

    // Rules

    @Test
    void aMessageNeedsOneDestination() {
        assertRefused(() -> compose(SendMessage.builder(), "Hi"), "'to' is missing");
        assertRefused(() -> compose(to().groupId("1@g.us"), "Hi"), "'to' stands beside another");
    }

    @Test
    void aMessageNeedsOneMode() {
        assertRefused(() -> compose(to(), null), "'text' is missing");
        assertRefused(() -> compose(to().templateId("a").text("b"), null), "'text' stands beside templateId");
        assertRefused(() -> compose(to().text("b").media("https://a").mediaType("image"), null), "beside media");
        assertRefused(() -> compose(to().media("https://example.com/a"), null), "'mediaType' is missing");
        assertRefused(() -> compose(to().mediaType("image"), null), "'media' is missing");
    }

    @Test
    void anEmptyTextIsRefused() {
        assertRefused(() -> compose(to(), "  "), "'text' must not be blank");
    }

    @Test
    void groupAndChannelAreKnownByTheirEnding() {
        assertRefused(() -> compose(SendMessage.builder().groupId("123"), "Hi"), "'groupId' must end in @g.us");
        assertRefused(
                () -> compose(SendMessage.builder().newsletterId("123@g.us"), "Hi"),
                "'newsletterId' must end in @newsletter");
    }

    @Test
    void mediaIsAnAddressOrADataUriOfItsKind() {
        assertRefused(() -> compose(to().media("ftp://a").mediaType("image"), null), "'media' must be an http(s) URL");
        assertRefused(
                () -> compose(to().media("data:video/mp4;base64,AA==").mediaType("image"), null), "of another kind");
        assertRefused(() -> compose(to().media("https://a").mediaType("gif"), null), "'mediaType' must be image");
        assertRefused(
                () -> compose(to().media("https://a").mediaType("audio").caption("c"), null), "'caption' goes with");
    }

    @Test
    void buttonsAreThreeAtMostAndGoWithTextOrMedia() {
        List<Map<String, String>> four = Collections.nCopies(4, Map.of("text", "Yes"));
        assertRefused(() -> compose(to().text("a").buttons(four), null), "'buttons' must be 3 at most");
        assertRefused(() -> compose(to().templateId("a").buttons(four.subList(0, 1)), null), "'buttons' goes with");
        assertRefused(() -> compose(to().text("a").footer("f"), null), "'footer' goes together with buttons");
    }

    @Test
    void wholeNumbersBecomeTextAndOtherVariablesMustBeText() {
        assertThat(compose(to().templateId("t"), Map.of("a", 7, "b", 5.0, "c", 12345678901L))
                        .variables())
                .isEqualTo(Map.of("a", "7", "b", "5", "c", "12345678901"));
        assertRefused(() -> compose(to().templateId("t"), Map.of("price", 1.5)), "'variables.price' is a number with");
        assertRefused(() -> compose(to().templateId("t"), Map.of("a", " ")), "'variables.a' must not be blank");
        assertRefused(
                () -> compose(to().templateId("t"), Collections.singletonMap("a", null)), "'variables.a' is null");
        assertRefused(() -> compose(to().templateId("t"), Map.of("a", List.of())), "'variables.a' is a list");
    }

    @Test
    void timesOfAnyKindBecomeUtc() {
        Instant time = Instant.parse("2030-01-02T03:04:05Z");
        for (Object given :
                List.of(time, time.atOffset(ZoneOffset.ofHours(-3)), Date.from(time), "2030-01-02T00:04:05-03:00")) {
            assertThat(compose(to().text("a").deliverAt(given), null).deliverAt())
                    .isEqualTo("2030-01-02T03:04:05Z");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2030-01-02T03:04:05", "tomorrow", "2030-01-02"})
    void aTimeWithoutAnOffsetIsRefused(String given) {
        assertRefused(() -> compose(to().text("a").deliverAt(given), null), "'deliverAt' must be an ISO 8601 time");
    }

    @Test
    void theDeadlineIsNotBeforeTheDelivery() {
        assertRefused(
                () -> compose(
                        to().text("a").deliverAt("2030-01-02T00:00:00Z").deliverUntil("2030-01-01T00:00:00Z"), null),
                "'deliverUntil' must not be before deliverAt");
    }

    @Test
    void aTimeWithoutAnOffsetIsOfTheZoneThatTheRouteNames() {
        options.setTimeZone("America/Sao_Paulo");
        for (Object given : List.of("2030-01-02T00:04:05", LocalDateTime.parse("2030-01-02T00:04:05"))) {
            assertThat(compose(to().text("a").deliverAt(given), null).deliverAt())
                    .isEqualTo("2030-01-02T03:04:05Z");
        }
        assertThat(compose(to().text("a").deliverAt("2030-01-02T00:04:05+01:00"), null)
                        .deliverAt())
                .isEqualTo("2030-01-01T23:04:05Z");
    }

    @Test
    void aDurationCountsFromWhenTheExchangeBegan() {
        Instant began = Instant.ofEpochMilli(exchange.getClock().getCreated());
        for (Object given : List.of("PT2H", "pt120m", Duration.ofHours(2))) {
            assertThat(compose(to().text("a").deliverAt(given), null).deliverAt())
                    .isEqualTo(began.plus(Duration.ofHours(2)).toString());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"P", "P1M", "PT2X", "P99999999999999999999D"})
    void aDurationIsWrittenInIso(String given) {
        assertRefused(() -> compose(to().text("a").deliverAt(given), null), "'deliverAt' must be an ISO 8601 time");
    }

    @Test
    void aMomentAgoIsNotThePastAndTwoMinutesAgoAre() {
        assertThat(compose(to().text("a").deliverAt(Instant.now().minusSeconds(30)), null)
                        .deliverAt())
                .isNotNull();
        Instant past = Instant.now().minusSeconds(120);
        assertRefused(() -> compose(to().text("a").deliverAt(past), null), "'deliverAt' must not be in the past");
        assertRefused(() -> compose(to().text("a").deliverUntil(past), null), "'deliverUntil' must not be in the past");
        assertRefused(
                () -> compose(to().text("a").deliverAt("-PT2H"), null), "'deliverAt' must not be a negative duration");
    }

    @Test
    void bytesMayTakeThePlaceOfATemplatesMedia() {
        SendMessage message = compose(to().templateId("t").media(new byte[] {1}).fileName("a.png"), null);
        assertThat(message.media()).isEqualTo("data:image/png;base64,AQ==");
    }

    @Test
    void bytesOfNoKindAreRefusedByName() {
        assertRefused(() -> compose(to().media(new byte[] {1}), null), "'mediaType' is missing");
    }

    // Without checks

    @Test
    void withoutChecksEverythingGoesAsGiven() {
        options.setValidate(false);
        Map<String, Object> variables = new HashMap<>();
        variables.put("a", null);
        variables.put("b", 1.5);
        SendMessage given = SendMessage.builder()
                .to("12")
                .templateId("t")
                .text("x")
                .variables(variables)
                .mediaType("gif")
                .buttons(List.of("1", "2", "3", "4"))
                .deliverAt("yesterday")
                .build();
        assertThat(compose(given.toBuilder(), null)).isEqualTo(given);
    }

    @Test
    void withoutChecksThereIsStillOneDestination() {
        options.setValidate(false);
        assertRefused(() -> compose(SendMessage.builder().text("a"), null), "'to' is missing");
        assertRefused(() -> compose(to().groupId("g").text("a"), null), "stands beside another destination");
    }

    @Test
    void withoutChecksABodyStillCannotRedirect() {
        options.setValidate(false);
        assertThat(compose(to(), Map.of("destinationNumber", OTHER_PHONE, "text", "a"))
                        .destinationNumber())
                .isEqualTo(PHONE);
    }

    @Test
    void noErrorRepeatsAValue() {
        assertThatThrownBy(() -> compose(to().text("a").deliverAt("my secret text"), null))
                .hasNoCause()
                .message()
                .doesNotContain("secret");
    }

    private static void assertRefused(ThrowingCallable action, String text) {
        assertThatThrownBy(action)
                .isInstanceOf(PilotStatusValidationException.class)
                .hasMessageContaining(text);
    }
}
