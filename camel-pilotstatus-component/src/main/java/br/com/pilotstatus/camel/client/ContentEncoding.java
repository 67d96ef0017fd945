/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.client;

import br.com.pilotstatus.camel.api.ApiResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** Undoes the compression of an answer, which nobody asked for, but which proxies and services apply all the same. */
final class ContentEncoding {

    private static final int ZLIB_METHOD = 8;

    private ContentEncoding() {}

    /** How a header says that content is compressed; null when it is not. */
    static String of(String header) {
        String encoding = header == null ? "" : header.trim().toLowerCase(Locale.ROOT);
        return encoding.isEmpty() || encoding.equals("identity") ? null : encoding;
    }

    /** The answer with its body as it was before; without one when that cannot be had, or is larger than so many bytes. */
    static ApiResponse undo(ApiResponse response, int maxSize) {
        if (response.encoding() == null || response.body() == null || response.body().length == 0) {
            return response;
        }
        try (InputStream plain = plain(response.encoding(), response.body())) {
            byte[] body = plain.readNBytes(maxSize);
            return response.withBody(null, plain.read() == -1 ? body : null);
        } catch (IOException e) {
            return response.withBody(null, null);
        }
    }

    private static InputStream plain(String encoding, byte[] body) throws IOException {
        InputStream bytes = new ByteArrayInputStream(body);
        return switch (encoding) {
            case "gzip", "x-gzip" -> new GZIPInputStream(bytes);
            // With the frame of zlib, as it should be, or without, as some send it.
            case "deflate" -> new InflaterInputStream(bytes, new Inflater((body[0] & 0x0f) != ZLIB_METHOD));
            default -> throw new IOException("Unknown encoding");
        };
    }
}
