/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.examples.main.erp;

import br.com.pilotstatus.examples.main.erp.Order.Note;
import br.com.pilotstatus.examples.main.erp.Order.State;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The REST service of a small ERP, on the loopback address. It stands for the system a company already has: it knows
 * orders and nothing of WhatsApp, and it is asked in the way such systems are asked.
 */
public final class ErpServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ErpServer.class);
    private static final int MAX_BODY = 64 * 1024;

    private final OrderBook book;
    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private HttpServer server;

    public ErpServer(OrderBook book) {
        this.book = book;
    }

    /** Starts listening; port 0 takes a free one. */
    public ErpServer start(int port) {
        server = vertx.createHttpServer()
                .requestHandler(routes())
                .listen(port, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        return this;
    }

    public String url() {
        return "http://127.0.0.1:" + server.actualPort();
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private Router routes() {
        Router router = Router.router(vertx);
        router.route().handler(BodyHandler.create(false).setBodyLimit(MAX_BODY));
        router.get("/").handler(this::overview);
        router.get("/orders").handler(this::find);
        router.post("/orders").handler(this::enter);
        router.get("/orders/:id").handler(call -> answer(call, book.byId(id(call))));
        router.post("/orders/:id/sending").handler(this::claim);
        router.post("/orders/:id/new").handler(call -> change(call, order -> order.in(State.NEW)));
        router.post("/orders/:id/notified").handler(call -> {
            String messageId = text(call, "messageId");
            change(call, order -> order.notifiedBy(messageId));
        });
        router.post("/orders/:id/attention").handler(call -> {
            String reason = text(call, "reason");
            change(call, order -> order.withProblem(reason));
        });
        router.post("/orders/:id/notes")
                .handler(call -> answer(call, book.note(id(call), new Note(text(call, "id"), text(call, "text")))));
        router.get("/messages").handler(call -> call.json(book.messages()));
        router.post("/messages").handler(this::report);
        router.route().failureHandler(ErpServer::refuse);
        return router;
    }

    private void find(RoutingContext call) {
        String state = call.request().getParam("status");
        String messageId = call.request().getParam("messageId");
        if (messageId != null) {
            call.json(book.byMessage(messageId).map(List::of).orElse(List.of()));
        } else if (state != null) {
            call.json(book.in(state(state)));
        } else {
            call.json(book.all());
        }
    }

    private static State state(String name) {
        return Stream.of(State.values())
                .filter(state -> state.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("The status must be new, sending, notified or attention"));
    }

    private void enter(RoutingContext call) {
        call.response().setStatusCode(201);
        call.json(book.enter(
                text(call, "id"),
                text(call, "customer"),
                text(call, "phone"),
                text(call, "item"),
                text(call, "total")));
    }

    private void claim(RoutingContext call) {
        Optional<Order> claimed = book.claim(id(call));
        if (claimed.isPresent()) {
            call.json(claimed.get());
        } else {
            answer(call, 409, "The order is not new");
        }
    }

    private void report(RoutingContext call) {
        String messageId = text(call, "messageId");
        String status = text(call, "status");
        JsonObject body = call.body().asJsonObject();
        call.json(book.report(
                new MessageStatus(messageId, status, body.getInteger("rank", 0), body.getString("errorCode"))));
    }

    /** The order book as a page of plain text, for whoever opens the address in a browser. */
    private void overview(RoutingContext call) {
        StringBuilder page = new StringBuilder();
        for (Order order : book.all()) {
            String delivery = Optional.ofNullable(order.messageId())
                    .flatMap(book::message)
                    .map(MessageStatus::status)
                    .orElse("-");
            page.append(String.format(
                    Locale.ROOT,
                    "%-8s %-10s %-10s %-20s %s%n",
                    order.id(),
                    order.state(),
                    delivery,
                    order.item(),
                    order.problem() == null ? "" : order.problem()));
            order.notes()
                    .forEach(note ->
                            page.append("         note: ").append(note.text()).append('\n'));
        }
        call.response().putHeader("Content-Type", "text/plain; charset=utf-8").end(page.toString());
    }

    private void change(RoutingContext call, UnaryOperator<Order> change) {
        answer(call, book.change(id(call), change));
    }

    private static void answer(RoutingContext call, Optional<Order> order) {
        if (order.isPresent()) {
            call.json(order.get());
        } else {
            answer(call, 404, "There is no order with this id");
        }
    }

    private static String id(RoutingContext call) {
        return call.pathParam("id");
    }

    private static String text(RoutingContext call, String field) {
        JsonObject body = call.body().asJsonObject();
        if (body != null && body.getValue(field) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("The field " + field + " must be a text");
    }

    private static void refuse(RoutingContext call) {
        Throwable failure = call.failure();
        if (failure instanceof IllegalArgumentException) {
            answer(call, 400, failure.getMessage());
        } else if (failure instanceof DecodeException || failure instanceof ClassCastException) {
            answer(call, 400, "The body must be a JSON object with the fields named in the documentation");
        } else if (failure == null) {
            answer(call, call.statusCode(), "HTTP " + call.statusCode());
        } else {
            LOG.error("A call of the ERP failed", failure);
            answer(call, 500, "Internal error");
        }
    }

    private static void answer(RoutingContext call, int status, String error) {
        call.response().setStatusCode(status);
        call.json(new JsonObject().put("error", error));
    }
}
