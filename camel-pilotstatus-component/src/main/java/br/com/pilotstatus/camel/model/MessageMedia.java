/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.model;

import java.util.Map;

/**
 * Media that came with a message.
 *
 * @param provider   META, EVO or EVO_GO
 * @param id         id to fetch it by, on Meta only; may be null
 * @param url        where it lies; may be null
 * @param mimeType   its type; may be null
 * @param fileName   its name; may be null
 * @param additional fields this version does not know
 */
public record MessageMedia(
        String provider,
        String id,
        String url,
        String mimeType,
        String fileName,
        @OtherFields Map<String, Object> additional)
        implements JsonRecord {

    private static final long serialVersionUID = 1L;

    public MessageMedia {
        additional = additional == null ? Map.of() : additional;
    }

    @Override
    public String toString() {
        return "MessageMedia[provider=" + provider + ", mimeType=" + mimeType + "]";
    }
}
