/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.link;

import br.com.pilotstatus.camel.client.RetryAfter;
import br.com.pilotstatus.camel.error.ErrorCode;
import br.com.pilotstatus.camel.error.Failure;
import br.com.pilotstatus.camel.error.Outcome;
import br.com.pilotstatus.camel.error.PilotStatusException;
import br.com.pilotstatus.camel.error.PilotStatusNotFoundException;
import br.com.pilotstatus.camel.error.PilotStatusRateLimitException;
import br.com.pilotstatus.camel.error.PilotStatusServerException;
import br.com.pilotstatus.camel.error.PilotStatusTransportException;
import br.com.pilotstatus.camel.error.PilotStatusValidationException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.apache.hc.core5.http.HttpStatus;

/**
 * Makes the exceptions of one try to fetch a link. None of them names any part of the link, and none has a cause, since
 * the texts of causes name hosts. Fetching only reads, so the outcome is always REFUSED.
 *
 * @param attempt number of the try, from 1
 */
record LinkFailures(int attempt) {

    private static final String SUBJECT = "The media link ";

    PilotStatusException noAnswer(String reason) {
        return new PilotStatusTransportException(
                SUBJECT + "gave no media: " + reason,
                failure(ErrorCode.MEDIA_LINK_UNREACHABLE, null, true, null),
                null);
    }

    /** No try was made, since there was no room for it. */
    static PilotStatusException notTried(ErrorCode code, String reason) {
        return new PilotStatusTransportException(
                SUBJECT + "was not called: " + reason, Failure.beforeSending(code, true), null);
    }

    /** A 200 that is of no use, and would be none when asked for again. */
    PilotStatusException unusable(ErrorCode code, String trouble) {
        return new PilotStatusException(
                text(HttpStatus.SC_OK) + ", but the media " + trouble,
                failure(code, HttpStatus.SC_OK, false, null),
                null);
    }

    PilotStatusException redirectRefused(PilotStatusValidationException rule) {
        return new PilotStatusException(
                SUBJECT + "was redirected against a rule: " + rule.getMessage(),
                failure(ErrorCode.MEDIA_LINK_INVALID, null, false, null),
                null);
    }

    PilotStatusException tooManyRedirects(int status, int most) {
        return new PilotStatusException(
                SUBJECT + "was redirected more than " + most + " times",
                failure(ErrorCode.MEDIA_LINK_INVALID, status, false, null),
                null);
    }

    /** An answer other than 200 and a redirect. */
    PilotStatusException refused(int status, String retryAfterHeader) {
        Duration retryAfter = RetryAfter.parse(retryAfterHeader, Instant.now());
        if (status == 404 || status == 410) {
            return new PilotStatusNotFoundException(
                    text(status) + ": the media is not there, or no longer",
                    failure(ErrorCode.MEDIA_LINK_REFUSED, status, false, null),
                    null);
        }
        if (status == 429) {
            return new PilotStatusRateLimitException(
                    text(status), failure(ErrorCode.MEDIA_LINK_REFUSED, status, true, retryAfter), null);
        }
        if (status >= 500) {
            return new PilotStatusServerException(
                    text(status), failure(ErrorCode.MEDIA_LINK_REFUSED, status, true, retryAfter), null);
        }
        return new PilotStatusException(text(status), failure(ErrorCode.MEDIA_LINK_REFUSED, status, false, null), null);
    }

    private static String text(int status) {
        return SUBJECT + "was answered with " + status;
    }

    private Failure failure(ErrorCode code, Integer status, boolean retryable, Duration retryAfter) {
        return new Failure(Outcome.REFUSED, status, code.code(), Map.of(), retryable, retryAfter, attempt);
    }
}
