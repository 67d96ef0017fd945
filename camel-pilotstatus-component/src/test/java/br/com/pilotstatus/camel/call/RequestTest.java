/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.com.pilotstatus.camel.PilotStatusConstants;
import br.com.pilotstatus.camel.RecordingServer;
import br.com.pilotstatus.camel.RecordingTestSupport;
import br.com.pilotstatus.camel.error.PilotStatusNotFoundException;
import br.com.pilotstatus.camel.error.PilotStatusOutcomeUnknownException;
import br.com.pilotstatus.camel.error.PilotStatusServerException;
import br.com.pilotstatus.camel.error.PilotStatusValidationException;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calls of paths that the component has no name for, over a real socket. */
class RequestTest extends RecordingTestSupport {

    @Test
    void aPathIsReadWithValuesInItAndInTheQuery() {
        server.answer(request -> new RecordingServer.Reply(200, "[{\"id\":\"c1\"}]"));
        Exchange exchange = send(
                "pilotstatus:request?requestPath=/contacts/{id}/tags&param.id=${header.who}&param.q=a b",
                "kept from the wire",
                Map.of("who", "é&1"));
        assertThat(exchange.getException()).isNull();
        assertThat(server.only().line()).isEqualTo("GET /v1/contacts/%C3%A9%261/tags?q=a%20b");
        assertThat(server.only().body()).isEmpty();
        assertThat(exchange.getMessage().getBody()).isEqualTo(List.of(Map.of("id", "c1")));
    }

    @ParameterizedTest
    @CsvSource({"POST,false", "PUT,false", "PATCH,false", "DELETE,true"})
    void aBodyIsSentAsJson(String method, boolean confirm) {
        String uri = "pilotstatus:request?requestPath=/contacts&method=" + method + "&confirm=" + confirm;
        assertThat(send(uri, Map.of("name", "Zé")).getException()).isNull();
        assertThat(server.only().line()).isEqualTo(method + " /v1/contacts");
        assertThat(server.only().body()).isEqualTo("{\"name\":\"Zé\"}");
    }

    @Test
    void aBodyMayBeJsonText() {
        send("pilotstatus:request?requestPath=/contacts&method=POST", "{\"a\": [1, 2]}");
        assertThat(server.only().body()).isEqualTo("{\"a\":[1,2]}");
    }

    @Test
    void withoutABodyNoneIsSent() {
        send("pilotstatus:request?requestPath=/contacts/sync&method=POST", null);
        assertThat(server.only().body()).isEmpty();
    }

    @Test
    void aBodyThatIsNoJsonIsRefusedHere() {
        Exchange exchange = send("pilotstatus:request?requestPath=/contacts&method=POST", "my secret");
        assertThat(exchange.getException())
                .isInstanceOf(PilotStatusValidationException.class)
                .hasMessage("'body' is no valid JSON, or nested too deeply");
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void parametersComeFromAHeaderToo() {
        send(
                "pilotstatus:request?requestPath=/contacts/{id}",
                null,
                Map.of(PilotStatusConstants.PARAMS, Map.of("id", "c1", "full", true)));
        assertThat(server.only().line()).isEqualTo("GET /v1/contacts/c1?full=true");
    }

    @Test
    void aValueCannotLeaveThePath() {
        Exchange exchange = send("pilotstatus:request?requestPath=/contacts/{id}&param.id=${body}", "../api-keys");
        assertThat(exchange.getException()).hasMessage("'id' must not be a path");
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void aFailedReadIsSafeToRepeatAndAFailedChangeIsUnknown() {
        server.answer(request -> new RecordingServer.Reply(500, "{}"));
        assertThat(send("pilotstatus:request?requestPath=/a&maxAttempts=1", null)
                        .getException())
                .isInstanceOf(PilotStatusServerException.class);
        assertThat(send("pilotstatus:request?requestPath=/a&method=POST", null).getException())
                .isInstanceOf(PilotStatusOutcomeUnknownException.class);
        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void aRefusalNamesTheCall() {
        server.answer(request -> new RecordingServer.Reply(404, "{\"error\":\"no\",\"code\":\"NOT_FOUND\"}"));
        assertThat(send("pilotstatus:request?requestPath=/a", null).getException())
                .isInstanceOf(PilotStatusNotFoundException.class)
                .hasMessageStartingWith("'request-get' was answered with 404");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            request                                          | 'requestPath' is missing
            request?requestPath=/a/../b                      | 'requestPath' must be a path below baseUrl
            request?requestPath=https://evil.example/        | 'requestPath' must be a path below baseUrl
            request?requestPath=/a&method=DELETE             | confirm it with the option confirm=true
            request?requestPath=/a&id=1                      | does not take the option id
            request?requestPath=/a&to=1                      | does not take the option to
            request?requestPath=/a&pages=all                 | has no pages
            status?requestPath=/a                            | does not take the option requestPath
            send?method=GET                                  | does not take the option method
            request-get                                      | There is no operation 'request-get'
            """)
    void whatIsWrongIsNamedAtStart(String uri, String reason) {
        assertThatThrownBy(() -> context.getEndpoint("pilotstatus:" + uri)).hasMessageContaining(reason);
    }
}
