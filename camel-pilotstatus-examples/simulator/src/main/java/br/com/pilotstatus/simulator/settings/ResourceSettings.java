/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.settings;

import java.time.Duration;
import java.util.Map;

/**
 * How everything but messages proceeds, on the simulator's clock.
 *
 * @param templateReviewMillis until Meta approves a template, default 5000
 * @param mediaLifetimeMillis how long inbound media of a Meta number can be fetched, default 300000
 * @param scanAfterMillis until a code that was shown is scanned and its number connected, default 1000
 * @param ringingAfterMillis until a call to a customer rings, default 200
 * @param answeredAfterMillis until the customer answers, default 1000
 * @param referralNamesAfterMillis until the names of an advertisement are known, default 5000
 */
public record ResourceSettings(
        long templateReviewMillis,
        long mediaLifetimeMillis,
        long scanAfterMillis,
        long ringingAfterMillis,
        long answeredAfterMillis,
        long referralNamesAfterMillis) {

    public ResourceSettings {
        if (templateReviewMillis < 0
                || mediaLifetimeMillis < 0
                || scanAfterMillis < 0
                || referralNamesAfterMillis < 0) {
            throw new IllegalArgumentException("The times of resources must not be negative");
        }
        if (ringingAfterMillis < 0 || answeredAfterMillis < ringingAfterMillis) {
            throw new IllegalArgumentException("A call must ring before it is answered, and not before it begins");
        }
    }

    static ResourceSettings defaults() {
        return new ResourceSettings(5_000, 300_000, 1_000, 200, 1_000, 5_000);
    }

    public ResourceSettings withTemplateReview(Duration value) {
        return RecordCopy.with(this, "templateReviewMillis", value.toMillis());
    }

    public ResourceSettings withMediaLifetime(Duration value) {
        return RecordCopy.with(this, "mediaLifetimeMillis", value.toMillis());
    }

    public ResourceSettings withScanAfter(Duration value) {
        return RecordCopy.with(this, "scanAfterMillis", value.toMillis());
    }

    /** When a call to a customer rings and is answered, both counted from its start. */
    public ResourceSettings withCalls(Duration ringing, Duration answered) {
        return RecordCopy.with(
                this, Map.of("ringingAfterMillis", ringing.toMillis(), "answeredAfterMillis", answered.toMillis()));
    }

    public ResourceSettings withReferralNamesAfter(Duration value) {
        return RecordCopy.with(this, "referralNamesAfterMillis", value.toMillis());
    }
}
