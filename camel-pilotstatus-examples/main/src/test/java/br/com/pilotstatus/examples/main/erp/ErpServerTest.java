/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.examples.main.erp;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ErpServerTest {

    private final OrderBook book = new OrderBook();
    private final ErpServer erp = new ErpServer(book);
    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeEach
    void start() {
        erp.start(0);
        book.enter("1042", "Marina", "+5511977770000", "Reading lamp", "R$ 189,90");
    }

    @AfterEach
    void stop() {
        erp.close();
    }

    @Test
    void anOrderEnteredByRestIsNew() throws Exception {
        post("/orders", """
                {"id": "1043", "customer": "Marina", "phone": "+5511977770000", "item": "Bulb", "total": "R$ 19,90"}""");

        assertThat(get("/orders?status=new").body()).contains("\"1042\"", "\"1043\"");
    }

    @Test
    void anOrderCanBeClaimedOnce() throws Exception {
        assertThat(post("/orders/1042/sending", "").statusCode()).isEqualTo(200);
        assertThat(post("/orders/1042/sending", "").statusCode()).isEqualTo(409);
        assertThat(get("/orders?status=new").body()).isEqualTo("[]");
    }

    @Test
    void aReleasedOrderIsNewAgain() throws Exception {
        post("/orders/1042/sending", "");
        post("/orders/1042/new", "");

        assertThat(get("/orders?status=new").body()).contains("\"1042\"");
    }

    @Test
    void aNotifiedOrderIsFoundByItsMessage() throws Exception {
        post("/orders/1042/notified", "{\"messageId\": \"message&1\"}");

        assertThat(get("/orders?messageId=message%261").body()).contains("\"1042\"");
        assertThat(get("/orders?messageId=other").body()).isEqualTo("[]");
    }

    @Test
    void aNoteSentTwiceIsWrittenOnce() throws Exception {
        post("/orders/1042/notes", "{\"id\": \"event-1\", \"text\": \"Thanks\"}");
        post("/orders/1042/notes", "{\"id\": \"event-1\", \"text\": \"Thanks\"}");

        assertThat(book.byId("1042").orElseThrow().notes()).hasSize(1);
    }

    @Test
    void aStatusThatArrivesLateDoesNotGoBack() throws Exception {
        post("/messages", "{\"messageId\": \"m\", \"status\": \"READ\", \"rank\": 4}");
        post("/messages", "{\"messageId\": \"m\", \"status\": \"DELIVERED\", \"rank\": 3}");

        assertThat(book.message("m").orElseThrow().status()).isEqualTo("READ");
    }

    @Test
    void theOverviewShowsStateDeliveryAndProblem() throws Exception {
        post("/orders/1042/notified", "{\"messageId\": \"m\"}");
        post("/messages", "{\"messageId\": \"m\", \"status\": \"DELIVERED\", \"rank\": 3}");
        post("/orders/1042/attention", "{\"reason\": \"Nobody answers\"}");

        assertThat(get("/").body()).contains("1042", "ATTENTION", "DELIVERED", "Nobody answers");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "no json", "{}", "{\"messageId\": 7}"})
    void aBodyItCannotUseIsTheCallersFault(String body) throws Exception {
        assertThat(post("/orders/1042/notified", body).statusCode()).isEqualTo(400);
    }

    @Test
    void anUnknownStatusIsTheCallersFault() throws Exception {
        HttpResponse<String> answer = get("/orders?status=lost");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains("new, sending, notified or attention")
                .doesNotContain("lost");
    }

    @Test
    void anUnknownOrderIsNotFound() throws Exception {
        assertThat(get("/orders/7").statusCode()).isEqualTo(404);
        assertThat(post("/orders/7/new", "").statusCode()).isEqualTo(404);
    }

    @Test
    void aBodyBeyondTheLimitIsRefused() throws Exception {
        assertThat(post("/orders", "x".repeat(100_000)).statusCode()).isEqualTo(413);
    }

    private HttpResponse<String> get(String path) throws Exception {
        return http.send(HttpRequest.newBuilder(URI.create(erp.url() + path)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String json) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create(erp.url() + path))
                        .POST(BodyPublishers.ofString(json))
                        .build(),
                BodyHandlers.ofString());
    }
}
