/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.life;

import br.com.pilotstatus.simulator.state.FailureCode;
import br.com.pilotstatus.simulator.state.MessageStatus;

/**
 * What is to become of a message.
 *
 * @param last the last status it reaches by itself: QUEUED, SENT, DELIVERED or READ
 * @param failure how it fails after that, null when it does not
 */
public record Fate(MessageStatus last, FailureCode failure) {

    /** The ordinary course. */
    public static final Fate ORDINARY = new Fate(MessageStatus.READ, null);

    /** Ends at a status without failing. */
    public static Fate endsAt(MessageStatus status) {
        return new Fate(status, null);
    }

    /** Fails before it is sent. */
    public static Fate fails(FailureCode failure) {
        return new Fate(MessageStatus.QUEUED, failure);
    }

    /** Is sent, then fails when it should arrive. */
    public static Fate failsAfterSent(FailureCode failure) {
        return new Fate(MessageStatus.SENT, failure);
    }
}
