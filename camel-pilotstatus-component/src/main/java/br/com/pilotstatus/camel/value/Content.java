/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.value;

import br.com.pilotstatus.camel.error.ErrorCode;
import br.com.pilotstatus.camel.error.PilotStatusValidationException;
import br.com.pilotstatus.camel.model.JsonRecord;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.transform.Source;
import org.apache.camel.Exchange;
import org.apache.camel.StreamCache;
import org.apache.camel.WrappedFile;
import org.apache.camel.support.PluginHelper;

/**
 * Values that are bytes, or lead to bytes: arrays, buffers, streams and files, those of remote file systems too. Never reads
 * more than a bound, and leaves buffers and stream caches as it found them.
 */
public final class Content {

    private Content() {}

    /** Whether a value is content itself, and not an address of it. */
    public static boolean is(Object value, Exchange exchange) {
        return isKnown(value) || isBuffer(value, exchange);
    }

    private static boolean isKnown(Object value) {
        return value instanceof byte[]
                || value instanceof ByteBuffer
                || value instanceof InputStream
                || (value instanceof StreamCache && !(value instanceof Reader))
                || value instanceof File
                || value instanceof Path
                || value instanceof WrappedFile<?>;
    }

    /** The bytes that servers and clients have: of types of their own, which Camel was told to make bytes of. */
    private static boolean isBuffer(Object value, Exchange exchange) {
        boolean other = value == null
                || value instanceof CharSequence
                || value instanceof JsonRecord
                || value instanceof Reader
                || value instanceof Source
                || XmlValues.is(value)
                || ListValues.is(value);
        return !other
                && exchange.getContext().getTypeConverterRegistry().lookup(byte[].class, value.getClass()) != null
                && exchange.getContext().getTypeConverter().tryConvertTo(byte[].class, exchange, value) != null;
    }

    /** Name of the file that the value is, without its directories; null when it is none. */
    public static String fileName(Object value, Exchange exchange) {
        if (value instanceof WrappedFile<?> wrapped) {
            Object name = property(wrapped, "fileNameOnly", exchange);
            return name != null ? name.toString() : fileName(wrapped.getFile(), exchange);
        }
        if (value instanceof File file) {
            return file.getName();
        }
        return value instanceof Path path && path.getFileName() != null
                ? path.getFileName().toString()
                : null;
    }

    /** Name of the character set that a file endpoint was told for the file; null when it was told none. */
    static String charset(Object value, Exchange exchange) {
        Object charset = value instanceof WrappedFile<?> wrapped ? property(wrapped, "charset", exchange) : null;
        return charset == null ? null : charset.toString();
    }

    /** Camel's files of all kinds have these properties, but are not on the class path of every application. */
    private static Object property(WrappedFile<?> file, String name, Exchange exchange) {
        return PluginHelper.getBeanIntrospection(exchange.getContext()).getOrElseProperty(file, name, null, false);
    }

    /**
     * Reads content within a bound.
     *
     * @param field name for errors
     * @throws PilotStatusValidationException when it cannot be read or is larger
     */
    public static byte[] read(String field, Object value, int maxSize, Exchange exchange) {
        try {
            return bytes(field, value, maxSize, exchange);
        } catch (IOException e) {
            throw new PilotStatusValidationException(ErrorCode.MEDIA_INVALID, field, "cannot be read", e);
        }
    }

    private static byte[] bytes(String field, Object value, int maxSize, Exchange exchange) throws IOException {
        if (value instanceof byte[] bytes) {
            return requireSize(field, bytes, maxSize);
        }
        if (value instanceof ByteBuffer buffer) {
            return buffered(field, buffer.duplicate(), maxSize);
        }
        if (value instanceof WrappedFile<?> wrapped) {
            return bytes(field, inside(field, wrapped, exchange), maxSize, exchange);
        }
        if (value instanceof File file) {
            return bytes(field, file.toPath(), maxSize, exchange);
        }
        if (value instanceof Path path) {
            try (InputStream stream = Files.newInputStream(path)) {
                return streamed(field, stream, maxSize);
            }
        }
        if (value instanceof StreamCache cache) {
            return cached(field, cache, maxSize);
        }
        return value instanceof InputStream stream
                ? streamed(field, stream, maxSize)
                : requireSize(
                        field,
                        exchange.getContext().getTypeConverter().convertTo(byte[].class, exchange, value),
                        maxSize);
    }

    /** What a file of Camel holds: its local file, or what was fetched of a remote one. */
    private static Object inside(String field, WrappedFile<?> wrapped, Exchange exchange) {
        Object body = wrapped.getBody() != null ? wrapped.getBody() : wrapped.getFile();
        if (body instanceof WrappedFile<?> || !isKnown(body)) {
            body = exchange.getContext().getTypeConverter().tryConvertTo(InputStream.class, exchange, wrapped);
        }
        if (body == null) {
            throw new PilotStatusValidationException(
                    ErrorCode.MEDIA_INVALID, field, "is a remote file whose content was not fetched");
        }
        return body;
    }

    private static byte[] buffered(String field, ByteBuffer buffer, int maxSize) {
        if (buffer.remaining() > maxSize) {
            throw tooLarge(field, maxSize);
        }
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }

    private static byte[] cached(String field, StreamCache cache, int maxSize) throws IOException {
        if (cache.length() > maxSize) {
            throw tooLarge(field, maxSize);
        }
        cache.reset();
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        cache.writeTo(output);
        cache.reset();
        return requireSize(field, output.toByteArray(), maxSize);
    }

    /** One byte over the bound shows that there is more. */
    private static byte[] streamed(String field, InputStream stream, int maxSize) throws IOException {
        return requireSize(field, stream.readNBytes((int) Math.min(maxSize + 1L, Integer.MAX_VALUE)), maxSize);
    }

    private static byte[] requireSize(String field, byte[] bytes, int maxSize) {
        if (bytes.length > maxSize) {
            throw tooLarge(field, maxSize);
        }
        return bytes;
    }

    private static PilotStatusValidationException tooLarge(String field, int maxSize) {
        return new PilotStatusValidationException(
                ErrorCode.MEDIA_TOO_LARGE, field, "is larger than maxMediaSize, " + maxSize + " bytes");
    }
}
