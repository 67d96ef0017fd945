/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.value;

import br.com.pilotstatus.camel.error.ErrorCode;
import br.com.pilotstatus.camel.error.PilotStatusValidationException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.apache.camel.Exchange;
import org.apache.camel.support.ExchangeHelper;
import org.apache.hc.core5.http.ContentType;

/**
 * Makes text of bytes. The character set is the file's own, else the exchange's, else for its body that of the content type,
 * else what a byte order mark says, else UTF-8. Bytes that it does not have are refused, since a question mark in their
 * place would be another text.
 */
final class CharacterSets {

    private static final String MARK = "\uFEFF";

    private CharacterSets() {}

    /**
     * The text of some bytes, without a byte order mark.
     *
     * @param field name for errors
     * @param value what the bytes were read from
     * @throws PilotStatusValidationException when the character set is unknown or the bytes are none of its texts
     */
    static String decode(String field, byte[] bytes, Object value, Exchange exchange) {
        Charset charset = of(field, value, exchange);
        if (charset == null) {
            charset = byMark(bytes);
        }
        try {
            String text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return text.startsWith(MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            // Without the cause, which says no more.
            throw new PilotStatusValidationException(
                    ErrorCode.VALUE_TYPE,
                    field,
                    "holds bytes that are no text in " + charset.name()
                            + ": name the character set in the property CamelCharsetName");
        }
    }

    private static Charset of(String field, Object value, Exchange exchange) {
        try {
            String own = Content.charset(value, exchange);
            if (own != null) {
                return Charset.forName(own);
            }
            Charset named = ExchangeHelper.getCharset(exchange, false);
            return named == null && value == exchange.getMessage().getBody() ? ofContentType(exchange) : named;
        } catch (IllegalArgumentException e) {
            // Without the cause, whose text quotes the name.
            throw new PilotStatusValidationException(
                    ErrorCode.VALUE_TYPE, field, "is said to be in a character set that is unknown here");
        }
    }

    private static Charset ofContentType(Exchange exchange) {
        ContentType type =
                ContentType.parseLenient(exchange.getMessage().getHeader(Exchange.CONTENT_TYPE, String.class));
        String name = type == null ? null : type.getParameter("charset");
        return name == null ? null : Charset.forName(name);
    }

    private static Charset byMark(byte[] bytes) {
        int first = bytes.length < 2 ? 0 : (bytes[0] & 0xFF) << 8 | (bytes[1] & 0xFF);
        return switch (first) {
            case 0xFEFF -> StandardCharsets.UTF_16BE;
            case 0xFFFE -> StandardCharsets.UTF_16LE;
            default -> StandardCharsets.UTF_8;
        };
    }
}
