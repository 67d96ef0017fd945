/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.http;

import br.com.pilotstatus.camel.http.RequestGate.Trouble;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import org.apache.camel.Message;
import org.apache.camel.Service;
import org.apache.camel.component.platform.http.vertx.HttpMessage;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpRouter;

/**
 * The gate of a path on Vert.x: a route before that of Camel, whose own handler of bodies takes more and writes parts of
 * forms to disk. Leaves to that one nothing to read over HTTP/1.1. Over HTTP/2, where that one fails when nothing is left,
 * it leaves what says how long it is, since Vert.x takes no more than that.
 */
final class VertxGate implements Service {

    private static final String TIMER = VertxGate.class.getName();
    private static final int TOO_LARGE = 413;
    private static final long NO_ERROR = 0;

    private final VertxPlatformHttpRouter router;
    private final String path;
    private final RequestGate gate;
    private Route route;

    /** @param router a VertxPlatformHttpRouter */
    VertxGate(Object router, String path, RequestGate gate) {
        this.router = (VertxPlatformHttpRouter) router;
        this.path = path;
        this.gate = gate;
    }

    @Override
    public void start() {
        BodyHandler bodies = BodyHandler.create(false).setBodyLimit(gate.maxBodySize());
        route = router.route(HttpMethod.POST, path)
                .handler(this::admit)
                .handler(request -> {
                    if (isMultiplexed(request)) {
                        request.next();
                    } else {
                        bodies.handle(request);
                    }
                })
                .handler(this::pass)
                .failureHandler(this::fail);
    }

    @Override
    public void stop() {
        if (route != null) {
            route.remove();
            route = null;
        }
    }

    /** The head of a request that Camel has made a message of. */
    static RequestHead head(Message message) {
        return head(((HttpMessage) message).getRequest());
    }

    private static RequestHead head(HttpServerRequest request) {
        return new RequestHead(request.method().name(), request.headers(), request.query());
    }

    private void admit(RoutingContext request) {
        FixedAnswer refusal = gate.refusal(head(request.request())).orElse(null);
        if (refusal != null) {
            answer(request, refusal);
            return;
        }
        if (isMultiplexed(request) && request.request().getHeader(HttpHeaders.CONTENT_LENGTH) == null) {
            answer(request, gate.answer(Trouble.NO_LENGTH));
            return;
        }
        request.put(TIMER, request.vertx().setTimer(gate.bodyTimeout().toMillis(), timer -> {
            if (!request.request().isEnded()) {
                answer(request, gate.answer(Trouble.TOO_SLOW));
            }
        }));
        request.next();
    }

    private void pass(RoutingContext request) {
        if (isMultiplexed(request)) {
            request.addEndHandler(ended -> request.vertx().cancelTimer(request.<Long>get(TIMER)));
        } else {
            request.vertx().cancelTimer(request.<Long>get(TIMER));
        }
        request.next();
    }

    private static boolean isMultiplexed(RoutingContext request) {
        return request.request().version() == HttpVersion.HTTP_2;
    }

    private void fail(RoutingContext request) {
        if (request.get(TIMER) instanceof Long timer) {
            request.vertx().cancelTimer(timer);
        }
        answer(request, gate.answer(request.statusCode() == TOO_LARGE ? Trouble.TOO_LARGE : Trouble.BROKEN));
    }

    private static void answer(RoutingContext request, FixedAnswer answer) {
        HttpServerResponse response = request.response();
        if (response.ended() || response.closed()) {
            return;
        }
        response.setStatusCode(answer.status()).putHeader("Content-Type", "text/plain; charset=utf-8");
        answer.headers().forEach(response::putHeader);
        if (isMultiplexed(request)) {
            // Ends this request alone, since others share the connection.
            response.end(answer.text()).onComplete(sent -> response.reset(NO_ERROR));
        } else {
            response.putHeader("Connection", "close");
            response.end(answer.text())
                    .onComplete(sent -> request.request().connection().close());
        }
    }
}
