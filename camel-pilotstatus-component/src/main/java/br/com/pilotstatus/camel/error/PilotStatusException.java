/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.error;

import java.time.Duration;
import java.util.Map;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.spi.HttpResponseAware;

/**
 * A call that failed. Says whether it may have happened ({@link #getOutcome}), whether repeating it is safe
 * ({@link #isRetryable}), and what the API answered. The text holds no key, no phone number and no message.
 */
public class PilotStatusException extends RuntimeCamelException implements HttpResponseAware {

    private static final long serialVersionUID = 1L;

    private final Failure failure;
    private int httpResponseCode;
    private String httpResponseStatus;

    /**
     * A call that failed.
     *
     * @param message says which call and why, and quotes nothing
     * @param failure what is known of it
     * @param cause   what made it fail; null when nothing did, or when its text may quote a value
     */
    public PilotStatusException(String message, Failure failure, Throwable cause) {
        super(message, cause);
        this.failure = failure;
        this.httpResponseCode = failure.statusCode() == null ? 0 : failure.statusCode();
    }

    /** {@link Outcome#REFUSED} or {@link Outcome#UNKNOWN}. */
    public Outcome getOutcome() {
        return failure.outcome();
    }

    /** HTTP status of the answer; null when none came. */
    public Integer getStatusCode() {
        return failure.statusCode();
    }

    /**
     * The API's stable code, such as <code>MISSING_TEMPLATE_VARIABLES</code>; null when its answer gave none. When it was
     * this side that refused or gave up, the {@link ErrorCode#code} that says why.
     */
    public String getErrorCode() {
        return failure.errorCode();
    }

    /** What the API added to the code. May repeat values of the request: not for logs. */
    public Map<String, Object> getDetails() {
        return failure.details();
    }

    /** Whether the same call may be repeated without the risk of doing it twice. */
    public boolean isRetryable() {
        return failure.retryable();
    }

    /** How long the service asks to wait before the next try; null when it does not say. */
    public Duration getRetryAfter() {
        return failure.retryAfter();
    }

    /** How often the call was tried, the first try included; 0 when it never got that far. */
    public int getAttempts() {
        return failure.attempts();
    }

    @Override
    public int getHttpResponseCode() {
        return httpResponseCode;
    }

    @Override
    public void setHttpResponseCode(int code) {
        this.httpResponseCode = code;
    }

    @Override
    public String getHttpResponseStatus() {
        return httpResponseStatus;
    }

    @Override
    public void setHttpResponseStatus(String status) {
        this.httpResponseStatus = status;
    }
}
