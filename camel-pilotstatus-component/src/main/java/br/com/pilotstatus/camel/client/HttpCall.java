/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.client;

import br.com.pilotstatus.camel.api.ApiRequest;
import br.com.pilotstatus.camel.api.ApiResponse;
import br.com.pilotstatus.camel.error.ErrorCode;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.async.HttpAsyncClient;
import org.apache.hc.client5.http.async.methods.ConfigurableHttpRequest;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.RequestNotExecutedException;
import org.apache.hc.core5.http.nio.support.BasicRequestProducer;

/** One try over HttpClient: decides exactly once what became of it, whoever reports first. */
public final class HttpCall implements FutureCallback<ApiResponse>, CallInProgress.Try {

    private final HttpAsyncClient http;
    private final ConfigurableHttpRequest head;
    private final RequestBody body;
    private final AnswerConsumer answer;
    private final CompletableFuture<Reply> reply = new CompletableFuture<>();
    private final AtomicBoolean begun = new AtomicBoolean();
    private volatile Future<ApiResponse> running;

    HttpCall(HttpAsyncClient http, HttpHost target, String path, ApiRequest request, CallSettings settings) {
        this.http = http;
        this.head = new ConfigurableHttpRequest(request.operation().method().name(), target, path);
        head.setConfig(settings.requestConfig());
        request.headers().forEach(head::setHeader);
        head.setHeader(HttpHeaders.ACCEPT, "application/json");
        head.setHeader(HttpHeaders.ACCEPT_ENCODING, "identity");
        this.body = request.body() == null ? null : new RequestBody(request.body());
        this.answer = new AnswerConsumer(settings.maxResponseSize());
    }

    /** What becomes of it. Always completes once it began or was given up, and never exceptionally. */
    CompletableFuture<Reply> reply() {
        return reply;
    }

    /** Begins, unless it was given up before. Held up while the host is looked up. */
    void start() {
        if (!begun.compareAndSet(false, true)) {
            return;
        }
        try {
            running = http.execute(new BasicRequestProducer(head, body), answer, null, null, this);
        } catch (RuntimeException e) {
            // Thrown before anything was handed over, such as by a client that was closed.
            if (body == null || body.withdraw()) {
                reply.complete(new Reply.NotSent(ErrorCode.NOT_SENT, "the client could not begin", e));
            } else {
                failed(e);
            }
            return;
        }
        if (reply.isDone()) {
            running.cancel(true);
        }
    }

    @Override
    public void giveUp(CallInProgress.Reason reason) {
        if (begun.compareAndSet(false, true)) {
            reply.complete(new Reply.NotSent(reason.code(), reason.text(), null));
            return;
        }
        end(reason, new CancellationException());
        Future<ApiResponse> future = running;
        if (future != null) {
            future.cancel(true);
        }
    }

    @Override
    public void completed(ApiResponse response) {
        reply.complete(new Reply.Answered(response));
    }

    @Override
    public void failed(Exception cause) {
        end(new CallInProgress.Reason(ErrorCode.NOT_SENT, reason(cause)), cause);
    }

    @Override
    public void cancelled() {
        end(new CallInProgress.Reason(ErrorCode.NOT_SENT, "it was cancelled"), new CancellationException());
    }

    private void end(CallInProgress.Reason reason, Exception cause) {
        if (reply.isDone()) {
            return;
        }
        if (answer.head() != null) {
            reply.complete(new Reply.Answered(answer.head()));
        } else if (neverSent(cause)) {
            reply.complete(new Reply.NotSent(reason.code(), reason.text(), cause));
        } else {
            reply.complete(new Reply.NoVerdict(reason.text(), cause));
        }
    }

    private boolean neverSent(Exception cause) {
        if (cause instanceof RequestNotExecutedException) {
            return true;
        }
        // A request without a body has no witness, so only a connection that never stood proves it unsent.
        return body == null ? neverConnected(cause) : body.withdraw();
    }

    public static boolean neverConnected(Exception cause) {
        return cause instanceof ConnectException
                || cause instanceof ConnectTimeoutException
                || cause instanceof UnknownHostException;
    }

    /** Why a request failed, without what the texts of exceptions say of hosts. */
    public static String reason(Exception cause) {
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
