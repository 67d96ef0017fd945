/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.model;

import java.util.Map;

/**
 * Media that was received, with its content.
 *
 * @param base64     the content as a data URI
 * @param mimeType   its type
 * @param fileName   its name; may be null
 * @param mediaId    the id it was fetched by
 * @param additional fields this version does not know
 */
public record MediaDownload(
        String base64,
        String mimeType,
        String fileName,
        String mediaId,
        @OtherFields Map<String, Object> additional) implements JsonRecord {

    private static final long serialVersionUID = 1L;

    public MediaDownload {
        additional = additional == null ? Map.of() : additional;
    }

    @Override
    public String toString() {
        return "MediaDownload[mediaId=" + mediaId + ", mimeType=" + mimeType + "]";
    }
}
