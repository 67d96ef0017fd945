/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.client;

/**
 * What the service answered.
 *
 * @param status     HTTP status
 * @param retryAfter the header of that name, or null
 * @param body       the body as received; null when it broke off or was larger than the client reads
 * @param attempts   how often the call was tried, the first try included
 */
public record ApiResponse(int status, String retryAfter, byte[] body, int attempts) {

    boolean accepted() {
        return status >= 200 && status < 300;
    }

    ApiResponse withAttempts(int number) {
        return new ApiResponse(status, retryAfter, body, number);
    }

    @Override
    public String toString() {
        return "ApiResponse[" + status + "]";
    }
}
