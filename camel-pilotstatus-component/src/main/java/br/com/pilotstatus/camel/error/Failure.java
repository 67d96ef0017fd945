/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.error;

import java.io.Serializable;
import java.time.Duration;
import java.util.Map;

/**
 * What is known of a call that failed.
 *
 * @param outcome    refused or unknown
 * @param statusCode HTTP status; null when no answer came
 * @param errorCode  the API's stable code, or one of {@link ErrorCode}; null when an answer gave none
 * @param details    what the API added to the code; may hold values of the request, so it is never printed
 * @param retryable  whether the same call may be repeated without the risk of doing it twice
 * @param retryAfter how long the service asks to wait; null when it does not say
 * @param attempts   how often the call was tried
 */
public record Failure(
        Outcome outcome,
        Integer statusCode,
        String errorCode,
        Map<String, Object> details,
        boolean retryable,
        Duration retryAfter,
        int attempts)
        implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Refused here, before anything was sent. */
    public static Failure beforeSending(ErrorCode code, boolean retryable) {
        return refused(code, null, retryable, 0);
    }

    /**
     * Refused by what was answered, or was not.
     *
     * @param statusCode null when no answer came
     */
    public static Failure refused(ErrorCode code, Integer statusCode, boolean retryable, int attempts) {
        return new Failure(Outcome.REFUSED, statusCode, code.code(), Map.of(), retryable, null, attempts);
    }

    @Override
    public String toString() {
        return "Failure[" + outcome + ", " + statusCode + ", " + errorCode + "]";
    }
}
