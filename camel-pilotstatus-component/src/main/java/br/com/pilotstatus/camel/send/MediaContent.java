/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.send;

import br.com.pilotstatus.camel.client.ErrorCode;
import br.com.pilotstatus.camel.client.PilotStatusValidationException;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.apache.camel.StreamCache;
import org.apache.camel.WrappedFile;
import org.apache.camel.util.MimeTypeHelper;

/** Media given as bytes, a stream or a file, as the data URI that the API takes. Never reads more than its bound. */
final class MediaContent {

    /** For a kind of media whose exact type nobody gave. */
    private static final Map<String, String> USUAL_TYPES =
            Map.of("image", "image/jpeg", "video", "video/mp4", "audio", "audio/ogg", "document", "application/pdf");

    private MediaContent() {}

    /** Whether a value is content itself, and not an address of it. */
    static boolean isContent(Object value) {
        return value instanceof byte[]
                || value instanceof InputStream
                || value instanceof StreamCache
                || value instanceof File
                || value instanceof Path
                || value instanceof WrappedFile<?>;
    }

    /** Name of the file that the value is; null when it is none. */
    static String fileName(Object value) {
        if (value instanceof WrappedFile<?> wrapped) {
            return fileName(wrapped.getFile());
        }
        if (value instanceof File file) {
            return file.getName();
        }
        return value instanceof Path path ? String.valueOf(path.getFileName()) : null;
    }

    static String dataUri(Object value, String mediaType, String fileName, int maxSize) {
        byte[] bytes = read(value, maxSize);
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

    /** Reads content within a bound. A stream cache is left as it was found. */
    static byte[] read(Object value, int maxSize) {
        try {
            if (value instanceof byte[] bytes) {
                return requireSize(bytes, maxSize);
            }
            if (value instanceof WrappedFile<?> wrapped) {
                return read(wrapped.getFile(), maxSize);
            }
            if (value instanceof File file) {
                return read(file.toPath(), maxSize);
            }
            if (value instanceof Path path) {
                try (InputStream stream = Files.newInputStream(path)) {
                    return requireSize(stream.readNBytes(oneMoreThan(maxSize)), maxSize);
                }
            }
            if (value instanceof StreamCache cache) {
                return readCache(cache, maxSize);
            }
            if (value instanceof InputStream stream) {
                return requireSize(stream.readNBytes(oneMoreThan(maxSize)), maxSize);
            }
        } catch (IOException e) {
            throw new PilotStatusValidationException(ErrorCode.MEDIA_INVALID, "media", "cannot be read", e);
        }
        throw new PilotStatusValidationException(
                ErrorCode.MEDIA_INVALID,
                "media",
                "must be bytes, a stream, a file, a URL or a data URI, not a "
                        + value.getClass().getSimpleName());
    }

    private static byte[] readCache(StreamCache cache, int maxSize) throws IOException {
        if (cache.length() > maxSize) {
            throw tooLarge(maxSize);
        }
        cache.reset();
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        cache.writeTo(output);
        cache.reset();
        return requireSize(output.toByteArray(), maxSize);
    }

    /** One byte over the bound shows that there is more. */
    private static int oneMoreThan(int maxSize) {
        return (int) Math.min(maxSize + 1L, Integer.MAX_VALUE);
    }

    private static byte[] requireSize(byte[] bytes, int maxSize) {
        if (bytes.length > maxSize) {
            throw tooLarge(maxSize);
        }
        return bytes;
    }

    private static PilotStatusValidationException tooLarge(int maxSize) {
        return new PilotStatusValidationException(
                ErrorCode.MEDIA_TOO_LARGE, "body", "is larger than maxMediaSize, " + maxSize + " bytes");
    }
}
