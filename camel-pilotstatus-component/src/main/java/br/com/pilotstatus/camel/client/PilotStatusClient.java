/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.client;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;

/**
 * Makes calls of the API. Every call ends within its total time, with the answer or with the exception that says what is
 * known of it, and gives its place back before anybody hears of its end.
 */
public final class PilotStatusClient implements AutoCloseable {

    private final ClientSettings settings;
    private final Transport transport;
    private final Permits permits;
    private final RetryPolicy retries;
    private final ScheduledExecutorService timer;
    private final ErrorMapper errors = new ErrorMapper(InstantSource.system());

    /**
     * @param settings what the client is made of
     * @param tls      TLS context, or null for that of the JVM
     * @param timer    runs time-outs and delays; stays the caller's
     */
    public PilotStatusClient(ClientSettings settings, SSLContext tls, ScheduledExecutorService timer) {
        this(settings, new HttpTransport(settings, tls, timer), RetryPolicy.NONE, timer);
    }

    PilotStatusClient(
            ClientSettings settings, Transport transport, RetryPolicy retries, ScheduledExecutorService timer) {
        this.settings = settings;
        this.transport = transport;
        this.retries = retries;
        this.timer = timer;
        this.permits = new Permits(settings.maxInFlight(), settings.acquireTimeout());
    }

    /**
     * Makes a call. Blocks only while all places are taken, and while the resolver looks up the host.
     *
     * @return a 2xx answer, or a {@link PilotStatusException}; completes on a thread that must not be held up
     */
    public CompletableFuture<ApiResponse> execute(ApiRequest request) {
        try {
            permits.acquire(request.operation());
        } catch (PilotStatusException e) {
            return CompletableFuture.failedFuture(e);
        }
        CompletableFuture<ApiResponse> result = new CompletableFuture<>();
        CompletableFuture<ApiResponse> released = result.whenComplete((response, failure) -> permits.release());
        long deadline = System.nanoTime() + settings.totalTimeout().toNanos();
        attempt(request, 1, deadline, result);
        return released;
    }

    // Each stage below ends the result itself, whatever happens in it.
    @SuppressWarnings("FutureReturnValueIgnored")
    private void attempt(ApiRequest request, int number, long deadline, CompletableFuture<ApiResponse> result) {
        try {
            transport
                    .send(request, remaining(deadline))
                    .whenComplete((reply, none) -> judge(request, reply, number, deadline, result));
        } catch (RuntimeException e) {
            // Thrown before anything was handed over, such as a timer that was shut down.
            Reply.NotSent reply = new Reply.NotSent("the client could not begin", e);
            result.completeExceptionally(errors.notSent(request.operation(), reply, number));
        }
    }

    private void judge(
            ApiRequest request, Reply reply, int number, long deadline, CompletableFuture<ApiResponse> result) {
        try {
            conclude(request, reply, number, deadline, result);
        } catch (RuntimeException e) {
            result.completeExceptionally(e);
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored")
    private void conclude(
            ApiRequest request, Reply reply, int number, long deadline, CompletableFuture<ApiResponse> result) {
        if (reply instanceof Reply.Answered answered && answered.response().accepted()) {
            result.complete(answered.response().withAttempts(number));
            return;
        }
        PilotStatusException failure = exception(request.operation(), reply, number);
        Optional<Duration> delay = retries.delay(request.operation(), failure, remaining(deadline));
        if (delay.isPresent()) {
            timer.schedule(
                    () -> attempt(request, number + 1, deadline, result),
                    delay.get().toNanos(),
                    TimeUnit.NANOSECONDS);
        } else {
            result.completeExceptionally(failure);
        }
    }

    private PilotStatusException exception(Operation operation, Reply reply, int number) {
        if (reply instanceof Reply.NotSent notSent) {
            return errors.notSent(operation, notSent, number);
        }
        if (reply instanceof Reply.NoVerdict noVerdict) {
            return errors.noVerdict(operation, noVerdict, number);
        }
        return errors.refused(operation, ((Reply.Answered) reply).response(), number);
    }

    private static Duration remaining(long deadline) {
        return Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
    }

    @Override
    public void close() {
        transport.close();
    }
}
