/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.client;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * Makes the exceptions of one try to fetch a link. None of them names any part of the link, and none has a cause, since
 * the texts of causes name hosts. Fetching only reads, so the outcome is always REFUSED.
 *
 * @param attempt number of the try, from 1
 */
record LinkFailures(int attempt) {

    private static final String SUBJECT = "The media link ";

    PilotStatusException noAnswer(String reason) {
        return new PilotStatusTransportException(SUBJECT + "gave no media: " + reason, failure(null, true, null), null);
    }

    /** No try was made, since there was no room for it. */
    static PilotStatusException notTried(String reason) {
        return new PilotStatusTransportException(
                SUBJECT + "was not called: " + reason, Failure.beforeSending(true), null);
    }

    /** A 200 that is of no use, and would be none when asked for again. */
    PilotStatusException unusable(LinkAnswer answer, String trouble) {
        return new PilotStatusException(
                text(answer) + ", but the media " + trouble, failure(answer.status(), false, null), null);
    }

    PilotStatusException redirectRefused(PilotStatusValidationException rule) {
        return new PilotStatusException(
                SUBJECT + "was redirected against a rule: " + rule.getMessage(), failure(null, false, null), null);
    }

    PilotStatusException tooManyRedirects(LinkAnswer answer, int most) {
        return new PilotStatusException(
                SUBJECT + "was redirected more than " + most + " times", failure(answer.status(), false, null), null);
    }

    /** An answer other than 200 and a redirect. */
    PilotStatusException refused(LinkAnswer answer) {
        Duration retryAfter = RetryAfter.parse(answer.retryAfter(), Instant.now());
        int status = answer.status();
        if (status == 404 || status == 410) {
            return new PilotStatusNotFoundException(
                    text(answer) + ": the media is not there, or no longer", failure(status, false, null), null);
        }
        if (status == 429) {
            return new PilotStatusRateLimitException(text(answer), failure(status, true, retryAfter), null);
        }
        if (status >= 500) {
            return new PilotStatusServerException(text(answer), failure(status, true, retryAfter), null);
        }
        return new PilotStatusException(text(answer), failure(status, false, null), null);
    }

    private static String text(LinkAnswer answer) {
        return SUBJECT + "was answered with " + answer.status();
    }

    private Failure failure(Integer status, boolean retryable, Duration retryAfter) {
        return new Failure(Outcome.REFUSED, status, null, Map.of(), retryable, retryAfter, attempt);
    }
}
