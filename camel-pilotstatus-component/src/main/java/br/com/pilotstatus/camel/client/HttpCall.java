/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.client;

import br.com.pilotstatus.camel.error.ErrorCode;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntUnaryOperator;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.async.methods.ConfigurableHttpRequest;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.RequestNotExecutedException;

/** One try over HttpClient: decides exactly once what became of it, whoever reports first. */
public final class HttpCall implements FutureCallback<HttpAnswer>, CallTry {

    private final CloseableHttpAsyncClient http;
    private final HttpHost target;
    private final WitnessedRequest request;
    private final AnswerConsumer answer;
    private final CompletableFuture<Reply> reply = new CompletableFuture<>();
    private final AtomicBoolean begun = new AtomicBoolean();
    private volatile Future<HttpAnswer> running;

    /**
     * @param target where it goes; at exactly the address that this holds, if any
     * @param body   JSON, or null
     * @param limit  bytes that are read of an answer, by its status
     */
    public HttpCall(
            CloseableHttpAsyncClient http,
            HttpHost target,
            ConfigurableHttpRequest head,
            byte[] body,
            IntUnaryOperator limit) {
        this.http = http;
        this.target = target;
        this.request = new WitnessedRequest(head, body);
        this.answer = new AnswerConsumer(limit);
    }

    /** The head of a request whose answer must not be compressed. */
    public static ConfigurableHttpRequest head(
            String method, HttpHost target, String path, String accepted, RequestConfig config) {
        ConfigurableHttpRequest head = new ConfigurableHttpRequest(method, target, path);
        head.setConfig(config);
        head.setHeader(HttpHeaders.ACCEPT, accepted);
        head.setHeader(HttpHeaders.ACCEPT_ENCODING, "identity");
        return head;
    }

    /** What becomes of it. Always completes once it began or was given up, and never exceptionally. */
    public CompletableFuture<Reply> reply() {
        return reply;
    }

    /** Begins, unless it was given up before. Held up while the host is looked up. */
    public void start() {
        if (!begun.compareAndSet(false, true)) {
            return;
        }
        try {
            running = http.execute(target, request, answer, null, null, this);
        } catch (RuntimeException e) {
            // Thrown before anything was handed over, such as by a client that was closed.
            if (!request.hasWitness() || request.withdraw()) {
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
    public void giveUp(AbandonReason reason) {
        if (begun.compareAndSet(false, true)) {
            reply.complete(new Reply.NotSent(reason.code(), reason.text(), null));
            return;
        }
        end(reason, new CancellationException());
        Future<HttpAnswer> future = running;
        if (future != null) {
            future.cancel(true);
        }
    }

    @Override
    public void completed(HttpAnswer whole) {
        reply.complete(new Reply.Answered(whole, null, null));
    }

    @Override
    public void failed(Exception cause) {
        end(new AbandonReason(ErrorCode.NOT_SENT, reason(cause)), cause);
    }

    @Override
    public void cancelled() {
        end(new AbandonReason(ErrorCode.NOT_SENT, "it was cancelled"), new CancellationException());
    }

    private void end(AbandonReason reason, Exception cause) {
        if (reply.isDone()) {
            return;
        }
        if (answer.head() != null) {
            reply.complete(new Reply.Answered(answer.head(), reason.text(), cause));
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
        return request.hasWitness() ? request.withdraw() : neverConnected(cause);
    }

    private static boolean neverConnected(Exception cause) {
        return cause instanceof ConnectException
                || cause instanceof ConnectTimeoutException
                || cause instanceof UnknownHostException;
    }

    /** Why a request failed, without what the texts of exceptions say of hosts. */
    private static String reason(Exception cause) {
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
