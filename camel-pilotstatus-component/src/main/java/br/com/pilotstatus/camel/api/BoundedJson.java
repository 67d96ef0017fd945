/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.api;

import br.com.pilotstatus.camel.error.ErrorCode;
import br.com.pilotstatus.camel.error.PilotStatusValidationException;
import br.com.pilotstatus.camel.model.Json;
import com.fasterxml.jackson.core.JacksonException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Writes JSON, and stops where it becomes too large. */
final class BoundedJson extends OutputStream {

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final long maxSize;

    private BoundedJson(long maxSize) {
        this.maxSize = maxSize;
    }

    /**
     * The JSON of a value.
     *
     * @throws PilotStatusValidationException when it cannot be written, or is larger than so many bytes
     */
    static byte[] write(Object value, long maxSize) {
        BoundedJson output = new BoundedJson(maxSize);
        try {
            Json.mapper().writeValue(output, value);
            return output.written.toByteArray();
        } catch (JacksonException e) {
            // Without the cause: its text may quote a value.
            throw new PilotStatusValidationException(ErrorCode.BODY_TYPE, "body", "cannot be written as JSON");
        } catch (IOException e) {
            throw new PilotStatusValidationException(
                    ErrorCode.REQUEST_TOO_LARGE, "body", "makes a request of more than " + maxSize + " bytes");
        }
    }

    @Override
    public void write(int single) throws IOException {
        write(new byte[] {(byte) single}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        if (written.size() + (long) length > maxSize) {
            throw new IOException("Too large");
        }
        written.write(bytes, from, length);
    }
}
