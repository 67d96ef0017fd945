/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.api;

/**
 * What the service answered.
 *
 * @param status     HTTP status
 * @param retryAfter the header of that name, or null
 * @param encoding   how the body is compressed; null when it is not
 * @param body       the body as received; null when it broke off or was larger than the client reads
 * @param content    what the body says, once it is read; null before, and when it says nothing
 * @param attempts   how often the call was tried, the first try included
 */
public record ApiResponse(int status, String retryAfter, String encoding, byte[] body, Object content, int attempts) {

    /** An answer whose body is not compressed, and not read yet. */
    public ApiResponse(int status, String retryAfter, byte[] body, int attempts) {
        this(status, retryAfter, null, body, null, attempts);
    }

    /** Whether the service took the call. */
    public boolean accepted() {
        return status >= 200 && status < 300;
    }

    /** The same with a body, as it came or, without an encoding, decompressed. */
    public ApiResponse withBody(String howEncoded, byte[] bytes) {
        return new ApiResponse(status, retryAfter, howEncoded, bytes, content, attempts);
    }

    /** The same with what its body says. */
    public ApiResponse withContent(Object read) {
        return new ApiResponse(status, retryAfter, encoding, body, read, attempts);
    }

    @Override
    public String toString() {
        return "ApiResponse[" + status + "]";
    }
}
