/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.life;

import br.com.pilotstatus.simulator.settings.LifecycleSettings;
import br.com.pilotstatus.simulator.state.SendOrder;
import java.time.Duration;
import java.time.Instant;

/**
 * Until when a message must have arrived.
 *
 * @param time the deadline, null for none
 */
record Deadline(Instant time) {

    /** What the request says, else what its template's category implies, counted from the start of sending. */
    static Deadline of(SendOrder order, Instant start, LifecycleSettings settings) {
        if (order.deliverUntil() != null) {
            return new Deadline(order.deliverUntil());
        }
        if (order.isFreeForm() || !settings.categoryDeadlines()) {
            return new Deadline(null);
        }
        Duration limit = switch (order.template().category()) {
            case OTP -> Duration.ofMinutes(2);
            case UTILITY -> Duration.ofHours(1);
            case MARKETING -> Duration.ofHours(4);
        };
        return new Deadline(start.plus(limit));
    }

    boolean isSet() {
        return time != null;
    }

    boolean isBefore(Instant moment) {
        return time != null && time.isBefore(moment);
    }
}
