/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.client;

import java.time.InstantSource;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.LongConsumer;
import javax.net.ssl.SSLContext;

/**
 * Makes calls of the API. Every call ends within its total time, with the answer or with the exception that says what is
 * known of it, and gives its place back before anybody hears of its end.
 */
public final class PilotStatusClient implements AutoCloseable {

    private final ClientSettings settings;
    private final Transport transport;
    private final Admission admission;
    private final RetryPolicy retries;
    private final ScheduledExecutorService timer;
    private final ErrorMapper errors = new ErrorMapper(InstantSource.system());
    private final Set<CallInProgress> inProgress = ConcurrentHashMap.newKeySet();

    /**
     * @param settings what the client is made of
     * @param tls      TLS context, or null for that of the JVM
     * @param gates    holds back the calls of a key that must pause; shared with other clients
     * @param timer    runs time-outs and delays; stays the caller's
     */
    public PilotStatusClient(ClientSettings settings, SSLContext tls, KeyGates gates, ScheduledExecutorService timer) {
        this.settings = settings;
        this.transport = new HttpTransport(settings, tls, timer);
        this.admission = new Admission(settings, gates);
        // Not the default generator of the JVM: that one is not for several threads, and missing where the JVM or the
        // class loader leaves out the module it is in.
        this.retries = new Backoff(settings.maxAttempts(), settings.repeatUnknown(), new Random());
        this.timer = timer;
    }

    /**
     * Makes a call. Blocks only while it waits for its turn, and while the resolver looks up the host.
     *
     * @param waited   told once how long that turn took, in nanoseconds, before anything is sent; in vain or not
     * @param admitted runs once when the call has its place and its turn, before anything is sent, and may ask a database;
     *     what it throws ends the call, which gives its place back and is not sent
     * @return a 2xx answer, or a {@link PilotStatusException}; completes on a thread that must not be held up
     */
    public CompletableFuture<ApiResponse> execute(ApiRequest request, LongConsumer waited, Runnable admitted) {
        long begin = System.nanoTime();
        try {
            admission.enter(request);
        } catch (PilotStatusException e) {
            return CompletableFuture.failedFuture(e);
        } finally {
            waited.accept(System.nanoTime() - begin);
        }
        try {
            admitted.run();
        } catch (RuntimeException | Error e) {
            admission.leave();
            return CompletableFuture.failedFuture(e);
        }
        CallInProgress call =
                new CallInProgress(request, settings.totalTimeout(), transport, retries, admission, errors, timer);
        inProgress.add(call);
        CompletableFuture<ApiResponse> ended = call.result().whenComplete((response, failure) -> {
            inProgress.remove(call);
            admission.leave();
        });
        call.attempt();
        return ended;
    }

    /** Calls under way, those included that wait for their next try. */
    public int inFlight() {
        return inProgress.size();
    }

    /** Ends the calls under way. Those on the wire end as far as is known of them. */
    @Override
    public void close() {
        inProgress.forEach(CallInProgress::abandon);
        transport.close();
    }
}
