/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.registration;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a consumer wants to be registered: where its events go, and which. Prints no token.
 *
 * @param address  public address of the consumer, without a query
 * @param token    what the address carries so that deliveries are believed; null when they prove it otherwise
 * @param events   names of the events, or <code>*</code> alone for all
 * @param numberId the number whose events are wanted, or null for the number of the key
 */
record Subscription(String address, String token, List<String> events, String numberId) {

    /** The address that the service is to call. */
    String url() {
        return token == null ? address : address + "?token=" + URLEncoder.encode(token, UTF_8);
    }

    /** Whether a webhook leads to this consumer, with whatever token, for the same number. */
    boolean isServedBy(RegisteredWebhook webhook) {
        return WebhookAddress.of(address).equals(WebhookAddress.of(webhook.url()))
                && (numberId == null || webhook.isFor(numberId));
    }

    /** The fields of a webhook to change, by name, to make it what is wanted here; empty when it is that. */
    Map<String, Object> changesOf(RegisteredWebhook webhook) {
        Map<String, Object> changes = new LinkedHashMap<>();
        if (!url().equals(webhook.url())) {
            changes.put("url", url());
        }
        if (!new HashSet<>(webhook.events()).equals(new HashSet<>(events))) {
            changes.put("events", events);
        }
        if (Objects.equals(webhook.active(), false)) {
            changes.put("active", true);
        }
        return changes;
    }

    @Override
    public String toString() {
        return "Subscription[address=" + address + ", events=" + events + "]";
    }
}
