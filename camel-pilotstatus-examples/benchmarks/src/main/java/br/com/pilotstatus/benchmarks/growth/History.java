/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.benchmarks.growth;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** A service whose message history holds so many messages of customers, spread evenly over a downtime. */
final class History implements AutoCloseable {

    private record Entry(Instant time, JsonObject json) {}

    private final Vertx vertx = Vertx.vertx();
    private final List<Entry> newestFirst;
    private final HttpServer server;

    /**
     * @param first time of the first message
     * @param down  for how long messages came
     * @param count how many there are
     */
    History(Instant first, Duration down, int count) throws ExecutionException, InterruptedException {
        Duration step = down.dividedBy(count + 1L);
        newestFirst = IntStream.range(0, count)
                .map(i -> count - 1 - i)
                .mapToObj(i -> entry(i, first.plus(step.multipliedBy(i))))
                .toList();
        server = vertx.createHttpServer()
                .requestHandler(this::answer)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get();
    }

    private static Entry entry(int number, Instant time) {
        return new Entry(
                time,
                new JsonObject()
                        .put("id", "m" + number)
                        .put("conversationId", "conv1")
                        .put("direction", "INBOUND")
                        .put("messageType", "text")
                        .put("text", "Hello " + number)
                        .put("participantPhone", "+5511977770000")
                        .put("status", "RECEIVED")
                        .put("providerTimestamp", time.toString())
                        .put("createdAt", time.toString()));
    }

    String url() {
        return "http://127.0.0.1:" + server.actualPort() + "/v1";
    }

    private void answer(HttpServerRequest request) {
        Instant from = time(request.getParam("startDate"), Instant.MIN);
        Instant to = time(request.getParam("endDate"), Instant.MAX);
        int page = Integer.parseInt(request.getParam("page"));
        int size = Integer.parseInt(request.getParam("pageSize"));
        List<JsonObject> found = newestFirst.stream()
                .filter(entry -> !entry.time().isBefore(from) && !entry.time().isAfter(to))
                .map(Entry::json)
                .toList();
        JsonArray messages = new JsonArray();
        found.stream().skip((page - 1L) * size).limit(size).forEach(messages::add);
        request.response()
                .putHeader("Content-Type", "application/json")
                .end(new JsonObject()
                        .put("messages", messages)
                        .put("total", found.size())
                        .put("totalPages", (found.size() + size - 1) / size)
                        .toBuffer());
    }

    private static Instant time(String text, Instant otherwise) {
        return text == null ? otherwise : Instant.parse(text);
    }

    @Override
    public void close() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }
}
