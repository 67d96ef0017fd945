/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel;

import br.com.pilotstatus.camel.client.ApiRequest;
import br.com.pilotstatus.camel.client.ApiResponse;
import br.com.pilotstatus.camel.client.LinkAnswer;
import br.com.pilotstatus.camel.client.LinkRules;
import br.com.pilotstatus.camel.client.MediaLink;
import java.util.List;
import java.util.function.BiConsumer;

/** Makes calls through a client that others use too; the observers hear of these calls and of no others. */
final class ObservedClient {

    private final SharedClient client;
    private final List<CallObserver> observers;

    ObservedClient(SharedClient client, List<CallObserver> observers) {
        this.client = client;
        this.observers = List.copyOf(observers);
    }

    void execute(ApiRequest request, BiConsumer<ApiResponse, Throwable> then) {
        execute(request, () -> {}, then);
    }

    /**
     * @param admitted runs when the call has its place, before anything is sent, and may ask a database; when it throws,
     *     the call is not made, no observer hears of it, and <code>then</code> gets what was thrown
     */
    void execute(ApiRequest request, Runnable admitted, BiConsumer<ApiResponse, Throwable> then) {
        client.execute(request, new CallWatch(request.operation(), observers), admitted, then);
    }

    /** Fetches media from a link. No observer hears of it, since it says nothing of the service. */
    void fetch(MediaLink link, LinkRules rules, BiConsumer<LinkAnswer, Throwable> then) {
        client.fetch(link, rules, then);
    }

    /** Makes a call and waits for its end, as {@link SharedClient#call} does. */
    ApiResponse call(ApiRequest request) {
        return client.call(request, new CallWatch(request.operation(), observers));
    }
}
