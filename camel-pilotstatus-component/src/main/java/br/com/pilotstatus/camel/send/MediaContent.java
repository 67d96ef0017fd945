/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.send;

import br.com.pilotstatus.camel.client.ErrorCode;
import br.com.pilotstatus.camel.client.PilotStatusValidationException;
import br.com.pilotstatus.camel.model.SendMessage;
import java.util.Base64;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.util.FileUtil;
import org.apache.camel.util.MimeTypeHelper;

/** Media given as bytes, a stream or a file, as the data URI that the API takes. Never reads more than its bound. */
final class MediaContent {

    /** For a kind of media whose exact type nobody gave. */
    private static final Map<String, String> USUAL_TYPES =
            Map.of("image", "image/jpeg", "video", "video/mp4", "audio", "audio/ogg", "document", "application/pdf");

    private MediaContent() {}

    /** Name of the file: as the message says, else the content's own, else for the body what Camel calls it. */
    static String fileName(SendMessage message, Exchange exchange) {
        String name = message.fileName() == null ? Content.fileName(message.media(), exchange) : message.fileName();
        boolean ofBody = message.media() == exchange.getMessage().getBody();
        String given = ofBody ? exchange.getMessage().getHeader(Exchange.FILE_NAME, String.class) : null;
        return name == null && given != null ? FileUtil.stripPath(given) : name;
    }

    static String dataUri(Object value, String mediaType, String fileName, int maxSize, Exchange exchange) {
        byte[] bytes = Content.read("media", value, maxSize, exchange);
        if (bytes.length == 0) {
            throw new PilotStatusValidationException(ErrorCode.MEDIA_INVALID, "media", "is empty");
        }
        return "data:" + mimeType(mediaType, fileName) + ";base64,"
                + Base64.getEncoder().encodeToString(bytes);
    }

    private static String mimeType(String mediaType, String fileName) {
        if (mediaType == null) {
            String byName = fileName == null ? null : MimeTypeHelper.probeMimeType(fileName);
            return byName == null ? "application/octet-stream" : byName;
        }
        String usual = USUAL_TYPES.getOrDefault(mediaType, "application/octet-stream");
        if (fileName == null) {
            return usual;
        }
        String byName = MimeTypeHelper.probeMimeType(fileName);
        if ("document".equals(mediaType)) {
            return byName == null ? "application/octet-stream" : byName;
        }
        return byName != null && byName.startsWith(mediaType + "/") ? byName : usual;
    }
}
