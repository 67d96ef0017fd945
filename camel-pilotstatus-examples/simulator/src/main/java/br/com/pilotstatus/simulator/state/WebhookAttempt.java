/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.state;

import java.time.Instant;

/**
 * One attempt to deliver an event.
 *
 * @param sequence position among all attempts, from 1
 * @param deliveryId the same for all attempts to bring one event to one webhook
 * @param webhookId the webhook
 * @param event event name
 * @param attempt 1 for the first try
 * @param statusCode the receiver's status, null when there was no answer
 * @param error why there was no answer, null when there was one
 * @param payload the body sent, exactly
 * @param response the beginning of the receiver's answer
 * @param durationMillis how long the attempt took
 * @param createdAt when it began
 */
public record WebhookAttempt(
        long sequence,
        String deliveryId,
        String webhookId,
        String event,
        int attempt,
        Integer statusCode,
        String error,
        String payload,
        String response,
        long durationMillis,
        Instant createdAt) {

    /** True for any answer from 200 to 299. */
    public boolean isSuccess() {
        return statusCode != null && statusCode >= 200 && statusCode <= 299;
    }

    // The payload holds phones and texts.
    @Override
    public String toString() {
        return '#' + Long.toString(sequence) + ' ' + event + " attempt " + attempt + ": "
                + (statusCode == null ? error : statusCode);
    }
}
