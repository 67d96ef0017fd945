/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.poll;

import br.com.pilotstatus.camel.PilotStatusConfiguration;
import br.com.pilotstatus.camel.PilotStatusReceiveConfiguration;
import br.com.pilotstatus.camel.api.ApiRequest;
import br.com.pilotstatus.camel.api.Operation;
import br.com.pilotstatus.camel.api.RequestFactory;
import br.com.pilotstatus.camel.options.OperationKind;
import br.com.pilotstatus.camel.store.ClaimStore;
import br.com.pilotstatus.camel.util.Sha256;
import java.util.Map;

/**
 * Under which name an inbox knows a consumer that polls. Consumers of one name share the work; so two routes of an
 * application cannot have the same.
 *
 * @param inbox where it is known; null while it is left to the component
 * @param name  what it is known as; holds no key
 */
public record PollSubscription(ClaimStore inbox, String name) {

    private static final int SHOWN_DIGITS = 16;

    /** By the option <code>subscriptionName</code>, else by the number, else by a fingerprint of its key. */
    public static PollSubscription of(
            PilotStatusConfiguration options, PilotStatusReceiveConfiguration receive, RequestFactory requests) {
        String name = receive.getSubscriptionName();
        if (name == null) {
            name = options.getWhatsappNumberId() == null
                    ? "key-" + fingerprint(requests)
                    : "number-" + options.getWhatsappNumberId();
        }
        return new PollSubscription(options.getInbox(), OperationKind.POLL.operationName() + "|" + name);
    }

    public PollSubscription in(ClaimStore store) {
        return new PollSubscription(store, name);
    }

    private static String fingerprint(RequestFactory requests) {
        ApiRequest request = requests.call(Operation.MESSAGES_HISTORY, Map.of(), null);
        return Sha256.hex(request.sender()).substring(0, SHOWN_DIGITS);
    }

    /** Of records, equality would ask the store; what counts is whether it is the same one. */
    @Override
    public boolean equals(Object other) {
        return other instanceof PollSubscription that && inbox == that.inbox && name.equals(that.name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
