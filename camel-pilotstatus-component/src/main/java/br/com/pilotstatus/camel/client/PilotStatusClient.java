/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.client;

import br.com.pilotstatus.camel.api.ApiRequest;
import br.com.pilotstatus.camel.api.ApiResponse;
import br.com.pilotstatus.camel.error.PilotStatusException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
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
    private final CallsUnderWay calls;

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
        this.calls = new CallsUnderWay(routes);
    }

    /**
     * Makes a call, without waiting for anything but what the listener waits for when the call is admitted at once.
     *
     * @param then hears once what came of the call, on a thread that may be held up: a 2xx answer, or a
     *             {@link PilotStatusException}, or what the listener threw
     */
    public void execute(
            ApiRequest request, CallSettings settings, CallListener listener, BiConsumer<ApiResponse, Throwable> then) {
        calls.begin(new ApiCall(request, settings, listener, connections, threads), then);
    }

    /**
     * Makes a call and waits for its end. For threads of routes, never for those that serve connections.
     *
     * @throws PilotStatusException when it fails; when the thread is interrupted, with what is known of the call by then
     */
    public ApiResponse call(ApiRequest request, CallSettings settings, CallListener listener) {
        ApiCall call = new ApiCall(request, settings, listener, connections, threads);
        calls.begin(call);
        try {
            return call.result().get();
        } catch (ExecutionException e) {
            throw (PilotStatusException) e.getCause();
        } catch (InterruptedException e) {
            call.abandon(AbandonReason.INTERRUPTED);
            Thread.currentThread().interrupt();
            return end(call);
        }
    }

    private static ApiResponse end(ApiCall call) {
        try {
            return call.result().join();
        } catch (CompletionException e) {
            throw (PilotStatusException) e.getCause();
        }
    }

    /** Calls that have a place, those included that wait for their next try. */
    public int inFlight() {
        return connections.places().taken();
    }

    /** Ends all calls, and begins none any more. Those on the wire end as far as is known of them. */
    public void abandonAll() {
        calls.abandonAll();
    }

    @Override
    public void close() {
        abandonAll();
        connections.close();
    }
}
