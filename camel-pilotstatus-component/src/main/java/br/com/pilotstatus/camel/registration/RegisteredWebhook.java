/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.registration;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * A webhook as the service knows it, with its full address; so it stays in this package, and prints only its id.
 *
 * @param id                its id
 * @param name              its name; null when it has none
 * @param url               where events go, token included
 * @param active            whether events are sent
 * @param events            names of the events that are sent
 * @param whatsappNumberIds the number it belongs to; empty when the service does not say
 * @param createdAt         when it was made; null when the service does not say
 */
record RegisteredWebhook(
        String id,
        String name,
        String url,
        Boolean active,
        List<String> events,
        List<String> whatsappNumberIds,
        Instant createdAt) {

    /** The one that was there first comes first, on every node alike. */
    static final Comparator<RegisteredWebhook> OLDEST_FIRST = Comparator.comparing(
                    RegisteredWebhook::createdAt, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(RegisteredWebhook::id, Comparator.nullsLast(Comparator.naturalOrder()));

    RegisteredWebhook {
        events = events == null ? List.of() : events;
        whatsappNumberIds = whatsappNumberIds == null ? List.of() : whatsappNumberIds;
    }

    boolean isFor(String numberId) {
        return whatsappNumberIds.isEmpty() || whatsappNumberIds.contains(numberId);
    }

    @Override
    public String toString() {
        return "RegisteredWebhook[" + id + "]";
    }
}
