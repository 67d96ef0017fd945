/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.send;

import br.com.pilotstatus.camel.error.ErrorCode;
import br.com.pilotstatus.camel.error.PilotStatusValidationException;
import br.com.pilotstatus.camel.model.SendMessage;
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

    /** The message with its content as the data URI that the API takes, and with what is known of it. */
    SendMessage.Builder write(SendMessage message, Exchange exchange) {
        if (Content.is(message.media(), exchange)) {
            return written(message, exchange);
        }
        String address = TextValues.text("media", message.media(), exchange);
        return withKind(message.toBuilder().media(address), message, MediaTypes.ofDataUri(address));
    }

    private SendMessage.Builder written(SendMessage message, Exchange exchange) {
        Object content = message.media();
        byte[] bytes = Content.read("media", content, maxSize, exchange);
        if (bytes.length == 0) {
            throw new PilotStatusValidationException(ErrorCode.MEDIA_INVALID, "media", "is empty");
        }
        String name = message.fileName() == null ? fileName(content, exchange) : message.fileName();
        List<String> said = saidTypes(content, exchange);
        String type = MediaTypes.detect(bytes, said, name);
        SendMessage.Builder builder = message.toBuilder()
                .fileName(name)
                .media("data:" + type + ";base64," + Base64.getEncoder().encodeToString(bytes));
        // What is said to be an image and is none must not pass as a document.
        String kind = said.stream().filter(MediaTypes::isMedia).findFirst().orElse(type);
        return withKind(builder, message, name == null && MediaTypes.isUnknown(kind) ? null : kind);
    }

    private static SendMessage.Builder withKind(SendMessage.Builder builder, SendMessage message, String type) {
        boolean open = type != null && message.mediaType() == null && message.templateId() == null;
        return open ? builder.mediaType(MediaTypes.kind(type)) : builder;
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
