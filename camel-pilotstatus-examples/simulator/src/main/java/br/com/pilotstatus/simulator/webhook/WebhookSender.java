/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.webhook;

import br.com.pilotstatus.simulator.settings.DeliverySettings;
import br.com.pilotstatus.simulator.webhook.EventDelivery.AttemptResult;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxException;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Posts one event to one URL, once, and tells how it went. Redirects are not followed, answers are read in part only. */
final class WebhookSender {

    private static final int CONNECTIONS_PER_TARGET = 64;
    private static final int KEPT_OF_ANSWER = 1_000;

    private static final String ENDING = "the simulator is ending";

    private final Vertx vertx;
    private final Context context;
    private final HttpClient client;

    WebhookSender(Vertx vertx) {
        this.vertx = vertx;
        this.context = vertx.getOrCreateContext();
        this.client = vertx.createHttpClient(
                new HttpClientOptions().setMaxPoolSize(CONNECTIONS_PER_TARGET).setKeepAliveTimeout(5));
    }

    void send(String url, EventDelivery delivery, DeliverySettings settings, Consumer<AttemptResult> whenDone) {
        Optional<String> complaint = TargetRules.complaint(url, settings);
        if (complaint.isPresent()) {
            whenDone.accept(new AttemptResult(null, null, complaint.get(), 0));
            return;
        }
        try {
            RequestOptions options = options(url, settings, delivery.body());
            context.runOnContext(start ->
                    new Attempt(settings.timeoutMillis(), whenDone).begin(options, Buffer.buffer(delivery.body())));
        } catch (IllegalArgumentException | VertxException e) {
            whenDone.accept(new AttemptResult(null, null, "the URL or the signature header cannot be used", 0));
        } catch (RejectedExecutionException e) {
            whenDone.accept(new AttemptResult(null, null, ENDING, 0));
        }
    }

    private static RequestOptions options(String url, DeliverySettings settings, byte[] body) {
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setAbsoluteURI(url)
                .setFollowRedirects(false)
                .putHeader("content-type", "application/json")
                .putHeader("user-agent", "pilotstatus-simulator");
        if (settings.secret() != null) {
            options.putHeader(
                    settings.signatureHeader(), settings.signaturePrefix() + Signer.sign(body, settings.secret()));
        }
        return options;
    }

    /** One attempt, on the event loop alone: it ends once, by an answer, an error, or its time. */
    private final class Attempt {
        private final Consumer<AttemptResult> whenDone;
        private final long begun = System.nanoTime();
        private final long timer;
        private HttpClientRequest request;
        private boolean done;

        Attempt(long timeoutMillis, Consumer<AttemptResult> whenDone) {
            this.whenDone = whenDone;
            this.timer = vertx.setTimer(timeoutMillis, id -> end(null, null, "no answer in time"));
        }

        void begin(RequestOptions options, Buffer body) {
            try {
                client.request(options)
                        .compose(opened -> send(opened, body))
                        .onSuccess(this::read)
                        .onFailure(e ->
                                end(null, null, "no answer: " + e.getClass().getSimpleName()));
            } catch (IllegalStateException e) {
                end(null, null, ENDING);
            }
        }

        // The time may be up before a connection was free; that connection is then given back unused.
        private Future<HttpClientResponse> send(HttpClientRequest opened, Buffer body) {
            opened.exceptionHandler(
                    e -> end(null, null, "no answer: " + e.getClass().getSimpleName()));
            if (done) {
                opened.reset();
                return Future.failedFuture("too late");
            }
            request = opened;
            return opened.send(body);
        }

        private void read(HttpClientResponse response) {
            Buffer kept = Buffer.buffer();
            response.exceptionHandler(e -> end(null, null, "the answer broke off"));
            response.endHandler(v -> end(response.statusCode(), kept, null));
            response.handler(part -> {
                kept.appendBuffer(part, 0, Math.min(part.length(), KEPT_OF_ANSWER - kept.length()));
                if (kept.length() == KEPT_OF_ANSWER) {
                    end(response.statusCode(), kept, null);
                }
            });
        }

        private void end(Integer status, Buffer answer, String error) {
            if (done) {
                return;
            }
            done = true;
            vertx.cancelTimer(timer);
            if (request != null && (error != null || answer.length() == KEPT_OF_ANSWER)) {
                request.reset();
            }
            String text = answer == null ? null : answer.toString(StandardCharsets.UTF_8);
            long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
            whenDone.accept(new AttemptResult(status, text, error, millis));
        }
    }
}
