/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.state;

import java.time.Instant;

/**
 * How far a message has come.
 *
 * @param status status
 * @param externalMessageId WhatsApp's id, null before it was sent
 * @param createdAt when it was accepted
 * @param sentAt when it was sent, or null
 * @param deliveredAt when it arrived, or null
 * @param readAt when it was read, or null
 * @param failure why it failed, or null
 */
public record Progress(
        MessageStatus status,
        String externalMessageId,
        Instant createdAt,
        Instant sentAt,
        Instant deliveredAt,
        Instant readAt,
        FailureCode failure) {

    /** The progress of a message just accepted. */
    public static Progress queued(Instant at) {
        return new Progress(MessageStatus.QUEUED, null, at, null, null, null, null);
    }

    public Progress sent(String whatsappId, Instant at) {
        return new Progress(MessageStatus.SENT, whatsappId, createdAt, at, null, null, null);
    }

    public Progress delivered(Instant at) {
        return new Progress(MessageStatus.DELIVERED, externalMessageId, createdAt, sentAt, at, null, null);
    }

    public Progress read(Instant at) {
        return new Progress(MessageStatus.READ, externalMessageId, createdAt, sentAt, deliveredAt, at, null);
    }

    public Progress failed(FailureCode why) {
        return new Progress(MessageStatus.FAILED, externalMessageId, createdAt, sentAt, deliveredAt, null, why);
    }

    public Progress canceled() {
        return new Progress(MessageStatus.CANCELED, externalMessageId, createdAt, null, null, null, null);
    }
}
