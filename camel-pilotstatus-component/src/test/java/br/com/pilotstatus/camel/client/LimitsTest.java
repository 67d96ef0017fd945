/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.client;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.pilotstatus.camel.SimulatorTestSupport;
import br.com.pilotstatus.camel.error.PilotStatusException;
import br.com.pilotstatus.camel.error.PilotStatusValidationException;
import br.com.pilotstatus.camel.model.Button;
import br.com.pilotstatus.camel.model.SendMessage;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot arrive is refused before it is sent, unless the route says that it knows better; nothing is sent without end. */
class LimitsTest extends SimulatorTestSupport {

    private static final String SEND = "pilotstatus:send?to=" + PHONE;
    private static final String PIXEL = "data:image/png;base64,iVBORw0KGgo=";

    private static String refusal(Exchange exchange) {
        assertThat(exchange.getException()).isInstanceOf(PilotStatusValidationException.class);
        assertThat(simulator().ledger().count()).isZero();
        return exchange.getException(PilotStatusValidationException.class).getErrorCode();
    }

    private static Arguments part(String code, UnaryOperator<SendMessage.Builder> part) {
        return Arguments.of(code, part.apply(SendMessage.builder().to(PHONE)).build());
    }

    private static Map<String, Object> variables(int count) {
        return IntStream.range(0, count).boxed().collect(Collectors.toMap(i -> "v" + i, i -> "x"));
    }

    static Stream<Arguments> whatIsTooMuch() {
        return Stream.of(
                part("LOCAL_TEXT_INVALID", message -> message.text("a".repeat(4097))),
                part("LOCAL_TEXT_INVALID", message -> message.text("a".repeat(16_000_000))),
                part(
                        "LOCAL_TEXT_INVALID",
                        message -> message.text("a".repeat(1025)).buttons(List.of(new Button(null, "A")))),
                part(
                        "LOCAL_TEXT_INVALID",
                        message -> message.text("a").footer("a".repeat(61)).buttons(List.of(new Button(null, "A")))),
                part(
                        "LOCAL_TEXT_INVALID",
                        message -> message.media(PIXEL).mediaType("image").caption("a".repeat(1025))),
                part("LOCAL_LABELS_INVALID", message -> message.text("a").labels(Collections.nCopies(1_000_000, "a"))),
                part("LOCAL_LABELS_INVALID", message -> message.text("a").labels(List.of("a".repeat(101)))),
                part(
                        "LOCAL_TEMPLATE_VARIABLE_INVALID",
                        message -> message.templateId("a").variables(variables(300_000))),
                part(
                        "LOCAL_TEMPLATE_VARIABLE_INVALID",
                        message -> message.templateId("a").variables(Map.of("name", "a".repeat(1025)))),
                part(
                        "LOCAL_BUTTONS_INVALID",
                        message -> message.text("a").buttons(List.of(new Button(null, "a".repeat(21))))),
                part(
                        "LOCAL_PHONE_NUMBER_INVALID",
                        message -> message.to("1".repeat(1_000_000)).text("a")));
    }

    @ParameterizedTest(name = "{index} {0}")
    @MethodSource("whatIsTooMuch")
    void whatIsTooMuchIsRefusedByItsField(String code, SendMessage message) {
        assertThat(refusal(send("pilotstatus:send", message))).isEqualTo(code);
    }

    @Test
    void withoutChecksALongTextGoesOut() {
        String text = "a".repeat(70_000);
        assertThat(send(SEND + "&validate=false", text).getException()).isNull();
        assertThat(onlySend().request().path("text").asText()).isEqualTo(text);
    }

    @Test
    void withoutChecksARequestStillHasABound() {
        assertThat(refusal(send(SEND + "&validate=false", "a".repeat(16_000_000))))
                .isEqualTo("LOCAL_REQUEST_TOO_LARGE");
    }

    @Test
    void theBoundOfARequestIsAnOption() {
        assertThat(refusal(send(SEND + "&maxRequestSize=1000", "a".repeat(1000))))
                .isEqualTo("LOCAL_REQUEST_TOO_LARGE");
    }

    @Test
    void mediaDoesNotCountAsSizeOfTheRequest() {
        send(SEND + "&maxRequestSize=1000&mediaType=image&fileName=a.png", new byte[10_000]);
        assertThat(simulator().requests().of("sendMessage")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "request?method=POST&requestPath=/contacts",
                "calls-settings-update",
                "analytics-dashboard?param.tz=${body[tz]}",
                "templates-create?validate=false"
            })
    void noOtherCallIsSentWithoutBound(String uri) {
        Map<String, Object> body = new HashMap<>(Map.of("name", "a", "body", "a".repeat(9_000_000)));
        if (uri.contains("tz")) {
            body.put("tz", "a".repeat(20_000));
        }
        assertThat(refusal(send("pilotstatus:" + uri, body))).isEqualTo("LOCAL_REQUEST_TOO_LARGE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\rb", "a\tb", "a     b", "a\u2028b", "a\u0000b", "a\uD83Db"})
    void aVariableThatMetaDoesNotTakeIsRefused(String value) {
        assertThat(refusal(send(SEND + "&templateId=order_confirmed", Map.of("name", value))))
                .isEqualTo("LOCAL_TEMPLATE_VARIABLE_INVALID");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\tb", "a     b"})
    void withoutChecksAVariableGoesOutAsItIs(String value) {
        send(SEND + "&templateId=order_confirmed&validate=false", Map.of("name", value, "order", "1", "total", "1,00"));
        assertThat(onlySend().request().path("variables").path("name").asText()).isEqualTo(value);
    }

    @Test
    void fourBlanksInAVariableGoOut() {
        Map<String, Object> variables = Map.of("name", "a    b", "order", "1", "total", "1,00");
        assertThat(send(SEND + "&templateId=order_confirmed", variables).getException())
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\uD83Db", "\uDE00"})
    void aTextThatNoTextCanCarryIsRefused(String text) {
        assertThat(refusal(send(SEND, text))).isEqualTo("LOCAL_TEXT_INVALID");
    }

    @Test
    void aTextOfSeveralLinesAndAnEmojiGoesOut() {
        send(SEND, "a\n\tb \uD83D\uDE00");
        assertThat(onlySend().request().path("text").asText()).isEqualTo("a\n\tb \uD83D\uDE00");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data:image/png;base64,iVBORw0K\nGgo=",
                "data:image/png;base64,iVBORw0K Ggo=",
                "data:image/png;base64,iVBORw0KGgo",
                "data:image/png;base64,iVBO*w0KGgo=",
                "data:image/png;base64,iVBORw==KGgo=",
                "data:image/png;base64,",
                "data:image/png,iVBORw0KGgo=",
                "https://a.example/b\n.png",
                "https://a.example/b c.png",
                "https://",
                "iVBORw0KGgo="
            })
    void mediaThatNobodyCanReadIsRefused(String media) {
        assertThat(refusal(send(SEND + "&mediaType=image&bodyAs=media", media))).isEqualTo("LOCAL_MEDIA_INVALID");
    }

    @Test
    void mediaGivenAsTextIsBoundedLikeBytes() {
        String media = "data:image/png;base64," + "AAAA".repeat(20_000);
        assertThat(refusal(send(SEND + "&mediaType=image&bodyAs=media&maxMediaSize=1000", media)))
                .isEqualTo("LOCAL_MEDIA_TOO_LARGE");
    }

    static Stream<List<?>> buttonsThatCannotBeToldApart() {
        return Stream.of(
                List.of(new Button("a", "Yes"), new Button("a", "No")),
                List.of(Map.of("id", "a", "text", "Yes"), new Button("a", "No")),
                List.of(new Button(null, "Yes"), new Button(null, "Yes")),
                List.of(new Button("a", " ")),
                List.of(Map.of("id", "a")));
    }

    @ParameterizedTest
    @MethodSource("buttonsThatCannotBeToldApart")
    void buttonsThatCannotBeToldApartAreRefused(List<?> buttons) {
        SendMessage message =
                SendMessage.builder().to(PHONE).text("a").buttons(buttons).build();
        assertThat(refusal(send("pilotstatus:send", message))).isEqualTo("LOCAL_BUTTONS_INVALID");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "templates-create?param.name=a b!&param.body=Hi",
                "templates-create?param.name=a&param.category=OTHER&param.body=Hi",
                "templates-create?param.name=a&param.body=${body}",
                "messages-history?param.pageSize=1000",
                "messages-history?param.startDate=2026-01-02T00:00:00Z&param.endDate=2026-01-01T00:00:00Z",
                "groups-get?id=none",
                "numbers-check?param.number=97777-0110",
                "numbers-check"
            })
    void theRulesOfACallCanBeSwitchedOff(String uri) {
        String body = "{{x}} ends";
        assertThat(refusal(send("pilotstatus:" + uri, body))).startsWith("LOCAL_");
        String unchecked = "pilotstatus:" + uri + (uri.contains("?") ? "&" : "?") + "validate=false";
        PilotStatusException judged = send(unchecked, body).getException(PilotStatusException.class);
        assertThat(judged == null || judged.getStatusCode() != null).isTrue();
    }

    @Test
    void aMaskIsNoValueEvenWithoutChecks() {
        assertThat(refusal(send(
                        "pilotstatus:webhooks-update?id=a&validate=false",
                        Map.of("url", "https://a.example/?token=xxxxxx"))))
                .startsWith("LOCAL_");
    }
}
