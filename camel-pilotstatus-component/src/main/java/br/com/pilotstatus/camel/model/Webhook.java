/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A webhook that the service calls.
 *
 * @param id                its id
 * @param name              its name; may be null
 * @param url               where events go; of its query, which may carry a token, only the names are shown
 * @param active            whether events are sent now
 * @param events            names of the events sent, or <code>*</code>; none when empty
 * @param environment       such as LIVE; may be null
 * @param lastTriggered     when it was last called; may be null
 * @param whatsappNumberIds the number it belongs to
 * @param createdAt         when it was made
 * @param updatedAt         when it was last changed
 * @param additional        fields this version does not know
 */
public record Webhook(
        String id,
        String name,
        String url,
        Boolean active,
        List<String> events,
        String environment,
        @IsoTime Instant lastTriggered,
        List<String> whatsappNumberIds,
        @IsoTime Instant createdAt,
        @IsoTime Instant updatedAt,
        @OtherFields Map<String, Object> additional)
        implements JsonRecord {

    private static final long serialVersionUID = 1L;

    public Webhook {
        url = UrlQuery.mask(url);
        events = events == null ? List.of() : events;
        whatsappNumberIds = whatsappNumberIds == null ? List.of() : whatsappNumberIds;
        additional = additional == null ? Map.of() : additional;
    }

    @Override
    public String toString() {
        return "Webhook[id=" + id + ", active=" + active + ", events=" + events + "]";
    }
}
