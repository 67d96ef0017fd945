/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.client;

import br.com.pilotstatus.camel.api.ApiRequest;
import br.com.pilotstatus.camel.api.ApiResponse;
import br.com.pilotstatus.camel.error.PilotStatusException;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/**
 * Makes calls of the API. Every call ends within the time for its turn and its place and its total time, with the answer or
 * with the exception that says what is known of it, and gives its place back before anybody hears of its end.
 */
public final class PilotStatusClient implements AutoCloseable {

    private final ApiConnections connections;
    private final CallThreads threads;
    private final Executor routes;
    private final Set<ApiCall> calls = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /**
     * @param settings what the client is made of
     * @param tls      TLS context, or null for that of the JVM
     * @param gates    holds back the calls of a key that must pause; shared with other clients
     * @param threads  those that calls need
     * @param routes   on which routes go on, and may be held up
     */
    public PilotStatusClient(
            PoolSettings settings, SSLContext tls, KeyGates gates, CallThreads threads, Executor routes) {
        this(settings, tls, gates, threads, routes, SystemDefaultDnsResolver.INSTANCE);
    }

    PilotStatusClient(
            PoolSettings settings,
            SSLContext tls,
            KeyGates gates,
            CallThreads threads,
            Executor routes,
            DnsResolver resolver) {
        this.connections = new ApiConnections(settings, tls, gates, resolver);
        this.threads = threads;
        this.routes = routes;
    }

    /** Makes a call, without waiting for anything but what the listener waits for when the call is admitted at once. */
    @SuppressWarnings("FutureReturnValueIgnored") // The last stage only hands over, and cannot fail.
    public void execute(ApiRequest request, CallSettings settings, CallListener listener) {
        begin(request, settings, listener).result().whenComplete((response, failure) -> {
            Runnable step = () -> listener.then(response, failure);
            try {
                routes.execute(step);
            } catch (RejectedExecutionException e) {
                // The threads are gone while the context stops; an exchange must end all the same.
                step.run();
            }
        });
    }

    /**
     * Makes a call and waits for its end. For threads of routes, never for those that serve connections.
     *
     * @param ended told of its end
     * @throws PilotStatusException when it fails; when the thread is interrupted, with what is known of the call by then
     */
    public ApiResponse call(ApiRequest request, CallSettings settings, Consumer<EndedCall> ended) {
        ApiCall call = begin(request, settings, new CallListener() {
            @Override
            public void ended(EndedCall end) {
                ended.accept(end);
            }

            @Override
            public void then(ApiResponse response, Throwable failure) {
                // Whoever makes the call waits for it.
            }
        });
        try {
            return call.result().get();
        } catch (ExecutionException e) {
            throw (PilotStatusException) e.getCause();
        } catch (InterruptedException e) {
            call.abandon(CallInProgress.Reason.INTERRUPTED);
            Thread.currentThread().interrupt();
            return end(call.result());
        }
    }

    private static ApiResponse end(CompletableFuture<ApiResponse> result) {
        try {
            return result.join();
        } catch (CompletionException e) {
            throw (PilotStatusException) e.getCause();
        }
    }

    private ApiCall begin(ApiRequest request, CallSettings settings, CallListener listener) {
        ApiCall call = new ApiCall(request, settings, listener, connections, threads, calls::remove);
        calls.add(call);
        if (closed) {
            call.abandon(CallInProgress.Reason.CLOSED);
        }
        call.begin();
        return call;
    }

    /** Calls that have a place, those included that wait for their next try. */
    public int inFlight() {
        return connections.places().taken();
    }

    /** Ends all calls, and begins none any more. Those on the wire end as far as is known of them. */
    public void abandonAll() {
        closed = true;
        CallInProgress.abandonAll(calls, CallInProgress.Reason.CLOSED);
    }

    @Override
    public void close() {
        abandonAll();
        connections.close();
    }
}
