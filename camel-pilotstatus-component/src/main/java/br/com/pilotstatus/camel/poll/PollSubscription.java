/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.poll;

import static java.nio.charset.StandardCharsets.UTF_8;

import br.com.pilotstatus.camel.PilotStatusConfiguration;
import br.com.pilotstatus.camel.PilotStatusEndpoint;
import br.com.pilotstatus.camel.api.ApiRequest;
import br.com.pilotstatus.camel.api.Operation;
import br.com.pilotstatus.camel.options.PollOptions;
import br.com.pilotstatus.camel.store.ClaimStore;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/**
 * Under which name an inbox knows a consumer that polls. Consumers of one name share the work; so two routes of an
 * application cannot have the same.
 *
 * @param inbox where it is known; null while it is left to the component
 * @param name  what it is known as; holds no key
 */
public record PollSubscription(ClaimStore inbox, String name) {

    private static final int SHOWN_BYTES = 8;

    /** By the option <code>subscriptionName</code>, else by the number, else by a fingerprint of its key. */
    public static PollSubscription of(PilotStatusEndpoint endpoint) {
        PilotStatusConfiguration options = endpoint.getConfiguration();
        String name = endpoint.getReceive().getSubscriptionName();
        if (name == null) {
            name = options.getWhatsappNumberId() == null
                    ? "key-" + fingerprint(endpoint)
                    : "number-" + options.getWhatsappNumberId();
        }
        return new PollSubscription(options.getInbox(), PollOptions.POLL + "|" + name);
    }

    public PollSubscription in(ClaimStore store) {
        return new PollSubscription(store, name);
    }

    private static String fingerprint(PilotStatusEndpoint endpoint) {
        ApiRequest request = endpoint.requests().call(Operation.MESSAGES_HISTORY, Map.of(), null);
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(request.sender().getBytes(UTF_8));
            return HexFormat.of().formatHex(digest, 0, SHOWN_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
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
