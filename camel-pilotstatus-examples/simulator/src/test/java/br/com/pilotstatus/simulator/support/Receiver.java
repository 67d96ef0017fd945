/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A real HTTP server that takes webhooks; it answers 200 unless other statuses were put in line. */
public final class Receiver implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final Queue<Integer> statuses = new ArrayDeque<>();

    public Receiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::receive);
        server.setExecutor(threads);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook?token=secret-token";
    }

    /** Answers the next calls with these statuses, then 200 again; 0 never answers. */
    public synchronized Receiver answers(Integer... next) {
        statuses.addAll(List.of(next));
        return this;
    }

    public List<Received> received() {
        return received;
    }

    public List<String> events() {
        return received.stream().map(Received::event).toList();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void receive(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        received.add(new Received(
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                exchange.getRequestHeaders().getFirst("content-type"),
                exchange.getRequestHeaders().getFirst("x-pilot-status-signature"),
                new String(body, StandardCharsets.UTF_8)));
        int status = nextStatus();
        if (status != 0) {
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        }
    }

    private synchronized int nextStatus() {
        Integer next = statuses.poll();
        return next == null ? 200 : next;
    }

    /** One call as it arrived. */
    public record Received(String method, String uri, String contentType, String signature, String body) {

        public JsonNode json() {
            try {
                return ApiClient.JSON.readTree(body);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        public String event() {
            return json().get("event").textValue();
        }

        public JsonNode data() {
            return json().get("data");
        }
    }
}
