/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.webhook;

import br.com.pilotstatus.simulator.state.WebhookAttempt;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** One event on its way to one webhook; its bytes are the same on every attempt. */
@SuppressWarnings("ArrayRecordComponent") // never compared, and the bytes stay inside this package
record EventDelivery(String id, String webhookId, String event, byte[] body, int generation) {

    WebhookAttempt attempt(long sequence, int number, Instant begun, AttemptResult result) {
        return new WebhookAttempt(
                sequence,
                id,
                webhookId,
                event,
                number,
                result.statusCode(),
                result.error(),
                new String(body, StandardCharsets.UTF_8),
                result.response(),
                result.durationMillis(),
                begun);
    }

    /** How an attempt ended: a status code, or the reason why there is none. */
    record AttemptResult(Integer statusCode, String response, String error, long durationMillis) {

        boolean isSuccess() {
            return statusCode != null && statusCode >= 200 && statusCode <= 299;
        }
    }
}
