/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.fault;

import br.com.pilotstatus.simulator.fault.Fault.Delay;
import br.com.pilotstatus.simulator.fault.Fault.EmptyAnswer;
import br.com.pilotstatus.simulator.fault.Fault.GarbageHttp;
import br.com.pilotstatus.simulator.fault.Fault.GarbageJson;
import br.com.pilotstatus.simulator.fault.Fault.HalfBody;
import br.com.pilotstatus.simulator.fault.Fault.HugeBody;
import br.com.pilotstatus.simulator.fault.Fault.Redirect;
import br.com.pilotstatus.simulator.fault.Fault.Reset;
import br.com.pilotstatus.simulator.fault.Fault.SlowDrip;
import br.com.pilotstatus.simulator.fault.Fault.Stall;
import br.com.pilotstatus.simulator.fault.Fault.StatusAnswer;
import br.com.pilotstatus.simulator.http.ApiAnswer;
import br.com.pilotstatus.simulator.http.ApiException;
import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Spoils one request in the way a fault says, on the request's own event loop. */
public final class FaultInjector {

    private static final byte[] NO_HTTP = "\0\1\2 this is no HTTP \3\4\5\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final ApiAnswer NOTHING_DONE = new ApiAnswer(200, null);
    private static final String NO_JSON = "<html><body>Bad gateway</body></html>";

    private final Vertx vertx;
    private final HttpServerRequest request;
    private final Supplier<ApiAnswer> operation;
    private final Consumer<ApiAnswer> ordinaryAnswer;

    /**
     * For one request.
     *
     * @param operation does the work and gives the answer that would be right
     * @param ordinaryAnswer sends an answer as it is
     */
    public FaultInjector(
            Vertx vertx, HttpServerRequest request, Supplier<ApiAnswer> operation, Consumer<ApiAnswer> ordinaryAnswer) {
        this.vertx = vertx;
        this.request = request;
        this.operation = operation;
        this.ordinaryAnswer = ordinaryAnswer;
    }

    /** Spoils the request. */
    public void inject(Fault fault) {
        if (fault instanceof StatusAnswer status) {
            answer(status);
        } else if (fault instanceof Delay delay) {
            vertx.setTimer(delay.millis(), id -> ordinaryAnswer.accept(operation.get()));
        } else if (fault instanceof Redirect redirect) {
            request.response()
                    .setStatusCode(redirect.status())
                    .putHeader("location", redirect.location())
                    .end();
        } else {
            spoil(fault, fault.accepted() ? operation.get() : NOTHING_DONE);
        }
    }

    private void spoil(Fault fault, ApiAnswer right) {
        Wire wire = new Wire(request);
        if (fault instanceof Stall) {
            // Nothing more is done: the request stays open until the caller gives up or the simulator ends.
            return;
        }
        if (fault instanceof Reset) {
            wire.reset();
        } else if (fault instanceof GarbageHttp) {
            wire.writeAndClose(NO_HTTP);
        } else if (fault instanceof GarbageJson) {
            response(right.status()).end(NO_JSON);
        } else if (fault instanceof HalfBody) {
            byte[] body = bytes(right.body());
            wire.write(Wire.head(right.status(), body.length));
            wire.writeAndClose(Buffer.buffer(body).getBytes(0, body.length / 2));
        } else if (fault instanceof HugeBody huge) {
            new HugeAnswer(response(right.status()).setChunked(true), huge.bytes()).begin();
        } else if (fault instanceof SlowDrip drip) {
            drip(wire, drip, right);
        } else if (fault instanceof EmptyAnswer) {
            request.response().setStatusCode(right.status()).end();
        }
    }

    private void answer(StatusAnswer status) {
        HttpServerResponse response = response(status.status());
        if (status.retryAfterSeconds() != null) {
            response.putHeader("retry-after", retryAfter(status));
        }
        if (status.bare()) {
            response.end();
        } else {
            JsonNode body = status.body() != null
                    ? status.body()
                    : ApiException.error("Simulated failure " + status.status(), status.code());
            response.end(body.toString());
        }
    }

    private static String retryAfter(StatusAnswer status) {
        return status.retryAfterAsDate()
                ? DateTimeFormatter.RFC_1123_DATE_TIME.format(
                        ZonedDateTime.now(ZoneOffset.UTC).plusSeconds(status.retryAfterSeconds()))
                : status.retryAfterSeconds().toString();
    }

    private void drip(Wire wire, SlowDrip drip, ApiAnswer right) {
        byte[] body = bytes(right.body());
        Buffer all = Buffer.buffer(Wire.head(right.status(), body.length)).appendBytes(body);
        int[] sent = new int[1];
        vertx.setPeriodic(drip.everyMillis(), id -> {
            int end = Math.min(all.length(), sent[0] + drip.bytes());
            if (!wire.isOpen()) {
                vertx.cancelTimer(id);
            } else if (sent[0] < end) {
                wire.write(all.getBytes(sent[0], end));
                sent[0] = end;
            } else {
                vertx.cancelTimer(id);
                // The HTTP layer never saw an answer, so the connection is of no further use.
                wire.writeAndClose(new byte[0]);
            }
        });
    }

    private HttpServerResponse response(int status) {
        return request.response().setStatusCode(status).putHeader("content-type", "application/json");
    }

    private static byte[] bytes(JsonNode body) {
        return (body == null ? "{}" : body.toString()).getBytes(StandardCharsets.UTF_8);
    }
}
