/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.client;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.async.HttpAsyncClient;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.RequestNotExecutedException;
import org.apache.hc.core5.http.message.BasicHttpRequest;
import org.apache.hc.core5.http.nio.support.BasicRequestProducer;

/** One try over HttpClient: decides exactly once what became of it, whoever reports first. */
final class HttpCall implements FutureCallback<ApiResponse> {

    private final RequestBody body;
    private final AnswerConsumer answer;
    private final CompletableFuture<Reply> reply = new CompletableFuture<>();
    private volatile Future<ApiResponse> running;

    HttpCall(ApiRequest request, int maxResponseSize) {
        this.body = request.body() == null ? null : new RequestBody(request.body());
        this.answer = new AnswerConsumer(maxResponseSize);
    }

    CompletableFuture<Reply> start(HttpAsyncClient http, HttpHost target, String path, ApiRequest request) {
        BasicHttpRequest head =
                new BasicHttpRequest(request.operation().method().name(), target, path);
        for (Map.Entry<String, String> header : request.headers().entrySet()) {
            head.setHeader(header.getKey(), header.getValue());
        }
        head.setHeader("Accept", "application/json");
        running = http.execute(new BasicRequestProducer(head, body), answer, null, null, this);
        if (reply.isDone()) {
            running.cancel(true);
        }
        return reply;
    }

    /** Ends the try; what is known by now decides what became of it. */
    void giveUp(String reason, Exception cause) {
        end(reason, cause);
        Future<ApiResponse> future = running;
        if (future != null) {
            future.cancel(true);
        }
    }

    void timeOut(Duration timeout) {
        giveUp("it did not end within " + timeout.toMillis() + " ms", new TimeoutException());
    }

    @Override
    public void completed(ApiResponse response) {
        reply.complete(new Reply.Answered(response));
    }

    @Override
    public void failed(Exception cause) {
        end(reason(cause), cause);
    }

    @Override
    public void cancelled() {
        end("it was cancelled", new CancellationException());
    }

    private void end(String reason, Exception cause) {
        if (reply.isDone()) {
            return;
        }
        if (answer.head() != null) {
            reply.complete(new Reply.Answered(answer.head()));
        } else if (neverSent(cause)) {
            reply.complete(new Reply.NotSent(reason, cause));
        } else {
            reply.complete(new Reply.NoVerdict(reason, cause));
        }
    }

    private boolean neverSent(Exception cause) {
        if (cause instanceof RequestNotExecutedException) {
            return true;
        }
        // A request without a body has no witness, so only a connection that never stood proves it unsent.
        return body == null ? neverConnected(cause) : body.withdraw();
    }

    static boolean neverConnected(Exception cause) {
        return cause instanceof ConnectException
                || cause instanceof ConnectTimeoutException
                || cause instanceof UnknownHostException;
    }

    /** Why a request failed, without what the texts of exceptions say of hosts. */
    static String reason(Exception cause) {
        if (cause instanceof UnknownHostException) {
            return "the host is unknown";
        }
        if (cause instanceof ConnectTimeoutException) {
            return "no connection was made in time";
        }
        if (cause instanceof ConnectException) {
            return "the connection was refused";
        }
        if (cause instanceof SSLException) {
            return "TLS failed";
        }
        return "the connection failed (" + cause.getClass().getSimpleName() + ")";
    }
}
