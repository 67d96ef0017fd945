/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.fault;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Refuses a request with a status before anything has happened.
 *
 * @param status HTTP status, 200 to 599
 * @param code {@code code} of the API's error body, null for none
 * @param body body to send in place of the API's error body, or null
 * @param bare true sends no body at all
 * @param retryAfterSeconds {@code Retry-After}, null for none
 * @param retryAfterAsDate true writes it as an HTTP date
 */
public record StatusFault(
        int status, String code, JsonNode body, boolean bare, Integer retryAfterSeconds, boolean retryAfterAsDate)
        implements Fault {

    public StatusFault {
        if (status < 200 || status > 599) {
            throw new IllegalArgumentException("status must be from 200 to 599");
        }
    }

    /** With this {@code code} in the API's error body. */
    public StatusFault withCode(String value) {
        return new StatusFault(status, value, body, bare, retryAfterSeconds, retryAfterAsDate);
    }

    /** With this body in place of the API's error body. */
    public StatusFault withBody(JsonNode value) {
        return new StatusFault(status, code, value, bare, retryAfterSeconds, retryAfterAsDate);
    }

    /** Without any body. */
    public StatusFault withoutBody() {
        return new StatusFault(status, code, null, true, retryAfterSeconds, retryAfterAsDate);
    }

    /** With {@code Retry-After} in seconds. */
    public StatusFault withRetryAfter(int seconds) {
        return new StatusFault(status, code, body, bare, seconds, false);
    }

    /** With {@code Retry-After} as an HTTP date so many seconds from the moment of the answer. */
    public StatusFault withRetryAfterDate(int secondsFromNow) {
        return new StatusFault(status, code, body, bare, secondsFromNow, true);
    }
}
