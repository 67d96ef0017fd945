/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.client;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.pilotstatus.camel.RecordingServer;
import br.com.pilotstatus.camel.RecordingTestSupport;
import br.com.pilotstatus.camel.model.Json;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers may be large, so each is read a single time, and never by a thread that serves connections. */
class ReadOnceTest extends RecordingTestSupport {

    private static final String ID = "{\"id\":{\"odd\":1}}";

    /** By whom each odd id was read. */
    private final List<String> readers = new CopyOnWriteArrayList<>();

    @BeforeEach
    void watchWhoReads() {
        Json.mapper().addHandler(new DeserializationProblemHandler() {
            @Override
            public Object handleUnexpectedToken(
                    DeserializationContext reading, JavaType type, JsonToken token, JsonParser json, String failure)
                    throws IOException {
                json.skipChildren();
                readers.add(Thread.currentThread().getName());
                return "m1";
            }
        });
    }

    @AfterEach
    void watchNoMore() {
        Json.mapper().clearProblemHandlers();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            status?id=m1                   | %s
            messages-history               | [%s]
            messages-history?pages=all     | {"messages":[%s],"pagination":{"hasMore":false}}
            numbers-list                   | [%s]
            """)
    void anAnswerIsReadOnceByAReader(String call, String form) {
        server.answer(request -> new RecordingServer.Reply(200, form.formatted(ID)));

        assertThat(send("pilotstatus:" + call, null).getException()).isNull();
        assertThat(readers)
                .hasSameSizeAs(server.requests())
                .allSatisfy(thread -> assertThat(thread).contains("PilotStatusRead"));
    }
}
