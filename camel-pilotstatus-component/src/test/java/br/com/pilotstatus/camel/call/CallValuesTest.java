/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.call;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import br.com.pilotstatus.camel.PilotStatusConstants;
import br.com.pilotstatus.camel.RecordingTestSupport;
import br.com.pilotstatus.camel.error.ErrorCode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.converter.stream.InputStreamCache;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Parameters and bodies of calls take what a route has at hand, as the words it means. */
class CallValuesTest extends RecordingTestSupport {

    @SuppressWarnings("UnnecessaryStringBuilder") // It is what is tried.
    static Stream<Named<Object>> ids() {
        return Stream.of(
                Named.of("bytes", "m1".getBytes(UTF_8)),
                Named.of("a stream cache", new InputStreamCache("m1".getBytes(UTF_8))),
                Named.of("a text of JSON", JsonNodeFactory.instance.textNode("m1")),
                Named.of("a builder", new StringBuilder("m1")));
    }

    @ParameterizedTest
    @MethodSource("ids")
    void anIdIsItsTextInOptionsHeadersAndPaths(Object id) {
        send("pilotstatus:status?id=${header.given}", null, Map.of("given", id));
        send("pilotstatus:status", null, Map.of(PilotStatusConstants.MESSAGE_ID, id));
        send("pilotstatus:status", null, Map.of(PilotStatusConstants.PARAMS, Map.of("messageId", id)));
        send("pilotstatus:request?requestPath=/messages/{id}&param.id=${header.given}", null, Map.of("given", id));
        assertThat(server.requests())
                .hasSize(4)
                .allSatisfy(request -> assertThat(request.line()).startsWith("GET /v1/messages/m1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pilotstatus:status?id=${header.given}",
                "pilotstatus:request?requestPath=/messages/{id}&param.id=${header.given}",
                "pilotstatus:request?requestPath=/messages&param.q=${header.given}"
            })
    void whatHasNoTextIsRefused(String uri) {
        for (Object value : List.of(new Object(), List.of("a"), Map.of(), 1.5, Date.from(Instant.EPOCH))) {
            Exchange exchange = send(uri, null, Map.of("given", value));
            assertThat(exchange.getMessage().getHeader(PilotStatusConstants.ERROR_CODE))
                    .isEqualTo(ErrorCode.VALUE_TYPE.code());
        }
        assertThat(server.requests()).isEmpty();
    }

    static Stream<Named<Object>> numbers() {
        String phone = "+5511988887777";
        return Stream.of(
                Named.of("bytes", phone.getBytes(UTF_8)),
                Named.of("an array of bytes", new byte[][] {phone.getBytes(UTF_8)}),
                Named.of(
                        "an array of JSON", JsonNodeFactory.instance.arrayNode().add(phone)),
                Named.of("a list of bytes", List.of(phone.getBytes(UTF_8))));
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void aListOfPhonesMayBeOfAnyKind(Object numbers) {
        send("pilotstatus:numbers-check?param.numbers=${header.given}", null, Map.of("given", numbers));
        assertThat(server.only().json().at("/numbers/0").asText()).isEqualTo("5511988887777");
    }

    @Test
    void aFloatingNumberIsNoPhoneInAListEither() {
        Exchange exchange = send(
                "pilotstatus:numbers-check?param.numbers=${header.given}",
                null,
                Map.of("given", List.of(5511988887777.0)));
        assertThat(exchange.getException()).hasMessageContaining("give phone numbers as text");
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void anObjectMayHoldBytes() {
        Map<String, Object> template = Map.of(
                "name", "hello".getBytes(UTF_8),
                "category", "UTILITY",
                "body", Map.of("body", Map.of("text", "Olá, tudo bem?".getBytes(UTF_8))));
        assertThat(send("pilotstatus:templates-create", template).getException())
                .isNull();
        assertThat(server.only().json().at("/body/body/text").asText()).isEqualTo("Olá, tudo bem?");
        assertThat(server.only().json().path("name").asText()).isEqualTo("hello");
    }

    static Stream<Named<Object>> bodies() {
        byte[] json = "{\"name\":\"Zé\"}".getBytes(UTF_8);
        return Stream.of(
                Named.of("bytes", json),
                Named.of("a stream", new ByteArrayInputStream(json)),
                Named.of("a stream cache", new InputStreamCache(json)),
                Named.of("a Map with bytes", Map.of("name", "Zé".getBytes(UTF_8))));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void theBodyOfARequestMayBeContent(Object body) {
        assertThat(send("pilotstatus:request?requestPath=/contacts&method=POST", body)
                        .getException())
                .isNull();
        assertThat(server.only().body()).isEqualTo("{\"name\":\"Zé\"}");
    }

    @Test
    void theBodyOfARequestIsReadInItsCharacterSet() {
        String uri = "pilotstatus:request?requestPath=/contacts&method=POST";
        byte[] latin = "{\"name\":\"Zé\"}".getBytes(ISO_8859_1);
        assertThat(send(uri, latin).getException()).hasMessageContaining("no text in UTF-8");
        send(uri, latin, Map.of(Exchange.CONTENT_TYPE, "application/json; charset=ISO-8859-1"));
        assertThat(server.only().body()).isEqualTo("{\"name\":\"Zé\"}");
    }
}
