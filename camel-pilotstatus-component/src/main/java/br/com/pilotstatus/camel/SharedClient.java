/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel;

import br.com.pilotstatus.camel.client.ApiRequest;
import br.com.pilotstatus.camel.client.ApiResponse;
import br.com.pilotstatus.camel.client.ClientSettings;
import br.com.pilotstatus.camel.client.ErrorCode;
import br.com.pilotstatus.camel.client.KeyGates;
import br.com.pilotstatus.camel.client.LinkAnswer;
import br.com.pilotstatus.camel.client.LinkClient;
import br.com.pilotstatus.camel.client.LinkRules;
import br.com.pilotstatus.camel.client.MediaLink;
import br.com.pilotstatus.camel.client.PilotStatusClient;
import br.com.pilotstatus.camel.client.PilotStatusException;
import br.com.pilotstatus.camel.client.PilotStatusTransportException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.BiConsumer;
import javax.net.ssl.SSLContext;
import org.apache.camel.spi.ExecutorServiceManager;
import org.apache.camel.util.concurrent.CamelThreadFactory;

/** A client with the threads on which routes go on. Those are as many as calls may be under way, and idle ones end. */
final class SharedClient {

    private final ExecutorServiceManager threads;
    private final ScheduledExecutorService timer;
    private final ExecutorService workers;
    private final PilotStatusClient client;
    private final int number;
    private final ClientSettings settings;
    private final SharedLinks links;

    /** @param number tells the clients of a component apart, where people look at them */
    SharedClient(PilotStatusComponent component, int number, ClientSettings settings, SSLContext tls, KeyGates gates) {
        this.number = number;
        this.settings = settings;
        threads = component.getCamelContext().getExecutorServiceManager();
        timer = threads.newSingleThreadScheduledExecutor(component, "PilotStatusTimer");
        workers = ElasticPool.create(
                settings.maxInFlight(), new CamelThreadFactory(threads.getThreadNamePattern(), "PilotStatus", true));
        client = new PilotStatusClient(settings, tls, gates, timer);
        links = new SharedLinks(component, settings, tls, timer);
    }

    // The last stage only hands over, and cannot fail.
    @SuppressWarnings("FutureReturnValueIgnored")
    void execute(ApiRequest request, CallWatch watch, Runnable admitted, BiConsumer<ApiResponse, Throwable> then) {
        client.execute(request, watch::waited, watch.orWithdrawn(admitted)).whenComplete((response, failure) -> {
            try {
                watch.ended(response, failure);
            } finally {
                continueRoute(() -> then.accept(response, failure));
            }
        });
    }

    /**
     * Makes a call and waits for its end. For threads of routes, never for those that serve connections.
     *
     * @throws PilotStatusException when it fails
     */
    ApiResponse call(ApiRequest request, CallWatch watch) {
        try {
            return client.execute(request, watch::waited, () -> {})
                    .whenComplete(watch::ended)
                    .get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof PilotStatusException failure) {
                throw failure;
            }
            throw PilotStatusTransportException.notSent(
                    ErrorCode.STOPPED, request.operation().operationName(), "the client failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw PilotStatusTransportException.notSent(
                    ErrorCode.INTERRUPTED, request.operation().operationName(), "the thread was interrupted", e);
        }
    }

    /** Fetches media from a link, as {@link LinkClient#fetch} does; the route goes on on a thread of its own. */
    @SuppressWarnings("FutureReturnValueIgnored")
    void fetch(MediaLink link, LinkRules rules, BiConsumer<LinkAnswer, Throwable> then) {
        links.client()
                .fetch(link, rules)
                .whenComplete((answer, failure) -> continueRoute(() -> then.accept(answer, failure)));
    }

    private void continueRoute(Runnable step) {
        try {
            workers.execute(step);
        } catch (RejectedExecutionException e) {
            // The pool is gone while the context stops; an exchange must end all the same.
            step.run();
        }
    }

    int number() {
        return number;
    }

    String host() {
        return settings.baseUrl().getHost();
    }

    /** Calls under way, those included that wait for their next try. */
    int inFlight() {
        return client.inFlight();
    }

    int maxInFlight() {
        return settings.maxInFlight();
    }

    void close() {
        client.close();
        links.close();
        threads.shutdownGraceful(workers);
        threads.shutdownNow(timer);
    }
}
