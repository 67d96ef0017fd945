/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.settings;

import java.time.Duration;
import java.util.Map;

/**
 * How a message proceeds. The times count from its acceptance, or from {@code deliverAt}, on the simulator's clock.
 *
 * @param sentAfterMillis until SENT, default 100
 * @param deliveredAfterMillis until DELIVERED, default 300
 * @param readAfterMillis until READ, default 600
 * @param readReceipts false ends messages at DELIVERED, as for customers without read receipts; default true
 * @param enforceWindow true lets free-form messages on Meta numbers fail outside the 24-hour window; default true
 * @param categoryDeadlines true gives template messages without {@code deliverUntil} a deadline: OTP 2 minutes, UTILITY
 *     1 hour, MARKETING 4 hours; default true
 */
public record LifecycleSettings(
        long sentAfterMillis,
        long deliveredAfterMillis,
        long readAfterMillis,
        boolean readReceipts,
        boolean enforceWindow,
        boolean categoryDeadlines) {

    public LifecycleSettings {
        if (sentAfterMillis < 0 || deliveredAfterMillis < sentAfterMillis || readAfterMillis < deliveredAfterMillis) {
            throw new IllegalArgumentException("The delays must not be negative and each at least the one before");
        }
    }

    static LifecycleSettings defaults() {
        return new LifecycleSettings(100, 300, 600, true, true, true);
    }

    /** The three delays, each counted from acceptance. */
    public LifecycleSettings withDelays(Duration sent, Duration delivered, Duration read) {
        return RecordCopy.with(
                this,
                Map.of(
                        "sentAfterMillis", sent.toMillis(),
                        "deliveredAfterMillis", delivered.toMillis(),
                        "readAfterMillis", read.toMillis()));
    }

    public LifecycleSettings withReadReceipts(boolean value) {
        return RecordCopy.with(this, "readReceipts", value);
    }

    public LifecycleSettings withEnforceWindow(boolean value) {
        return RecordCopy.with(this, "enforceWindow", value);
    }

    public LifecycleSettings withCategoryDeadlines(boolean value) {
        return RecordCopy.with(this, "categoryDeadlines", value);
    }
}
