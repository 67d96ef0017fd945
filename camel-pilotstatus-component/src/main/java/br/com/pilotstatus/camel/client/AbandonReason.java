/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.client;

import br.com.pilotstatus.camel.error.ErrorCode;
import java.time.Duration;

/** Why a call is ended from outside; the text goes on from "was not sent:" or "may have happened:". */
public record AbandonReason(ErrorCode code, String text) {

    static final AbandonReason CLOSED = new AbandonReason(ErrorCode.STOPPED, "the client was closed");
    static final AbandonReason INTERRUPTED = new AbandonReason(ErrorCode.INTERRUPTED, "the thread was interrupted");

    static AbandonReason late(Duration totalTimeout) {
        return new AbandonReason(ErrorCode.NOT_SENT, "it did not end within " + totalTimeout.toMillis() + " ms");
    }
}
