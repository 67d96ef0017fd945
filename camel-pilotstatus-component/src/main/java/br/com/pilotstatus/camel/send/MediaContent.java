/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.send;

import br.com.pilotstatus.camel.error.ErrorCode;
import br.com.pilotstatus.camel.error.PilotStatusValidationException;
import br.com.pilotstatus.camel.value.Content;
import br.com.pilotstatus.camel.value.TextValues;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.util.FileUtil;

/** Media that a route has as content: read within a bound, and given the type, kind and name that it has. */
final class MediaContent {

    private final int maxSize;

    /** @param maxSize bytes that media may have */
    MediaContent(int maxSize) {
        this.maxSize = maxSize;
    }

    /**
     * Whether content is media although no option says so: Camel calls it a file of some type, or its type or name is of
     * something that is no text.
     */
    static boolean isMedia(Object content, Exchange exchange) {
        Message message = exchange.getMessage();
        return message.getHeader(Exchange.FILE_CONTENT_TYPE) != null
                || MediaTypes.isMedia(message.getHeader(Exchange.CONTENT_TYPE, String.class))
                || MediaTypes.isMediaName(fileName(content, exchange));
    }

    /** Gives the message its content as the data URI that the API takes, and what is known of it. */
    void write(Draft message, Exchange exchange) {
        if (message.media == null) {
            return;
        }
        if (Content.is(message.media, exchange)) {
            writeContent(message, exchange);
        } else {
            String address = TextValues.text("media", message.media, exchange);
            message.media = address;
            setKind(message, MediaTypes.ofDataUri(address));
        }
    }

    private void writeContent(Draft message, Exchange exchange) {
        Object content = message.media;
        byte[] bytes = Content.read("media", content, maxSize, exchange);
        if (bytes.length == 0) {
            throw new PilotStatusValidationException(ErrorCode.MEDIA_INVALID, "media", "is empty");
        }
        String name = message.fileName == null ? fileName(content, exchange) : message.fileName;
        List<String> said = saidTypes(content, exchange);
        String type = MediaTypes.detect(bytes, said, name);
        message.fileName = name;
        message.media = "data:" + type + ";base64," + Base64.getEncoder().encodeToString(bytes);
        // What is said to be an image and is none must not pass as a document.
        String kind = said.stream().filter(MediaTypes::isMedia).findFirst().orElse(type);
        setKind(message, name == null && MediaTypes.isUnknown(kind) ? null : kind);
    }

    private static void setKind(Draft message, String type) {
        if (type != null && message.mediaType == null && message.templateId == null) {
            message.mediaType = MediaTypes.kind(type);
        }
    }

    /** The content's own name, else for the body what Camel calls it. */
    private static String fileName(Object content, Exchange exchange) {
        String own = Content.fileName(content, exchange);
        boolean ofBody = content == exchange.getMessage().getBody();
        String given = ofBody ? exchange.getMessage().getHeader(Exchange.FILE_NAME, String.class) : null;
        return own == null && given != null ? FileUtil.stripPath(given) : own;
    }

    /** What the headers say of the body; of other content they say nothing. */
    private static List<String> saidTypes(Object content, Exchange exchange) {
        Message message = exchange.getMessage();
        return content == message.getBody()
                ? Stream.of(Exchange.FILE_CONTENT_TYPE, Exchange.CONTENT_TYPE)
                        .map(header -> message.getHeader(header, String.class))
                        .filter(Objects::nonNull)
                        .toList()
                : List.of();
    }
}
