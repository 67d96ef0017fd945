/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.settings;

import java.time.Duration;

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
        return new ResourceSettings(
                value.toMillis(),
                mediaLifetimeMillis,
                scanAfterMillis,
                ringingAfterMillis,
                answeredAfterMillis,
                referralNamesAfterMillis);
    }

    public ResourceSettings withMediaLifetime(Duration value) {
        return new ResourceSettings(
                templateReviewMillis,
                value.toMillis(),
                scanAfterMillis,
                ringingAfterMillis,
                answeredAfterMillis,
                referralNamesAfterMillis);
    }

    public ResourceSettings withScanAfter(Duration value) {
        return new ResourceSettings(
                templateReviewMillis,
                mediaLifetimeMillis,
                value.toMillis(),
                ringingAfterMillis,
                answeredAfterMillis,
                referralNamesAfterMillis);
    }

    /** When a call to a customer rings and is answered, both counted from its start. */
    public ResourceSettings withCalls(Duration ringing, Duration answered) {
        return new ResourceSettings(
                templateReviewMillis,
                mediaLifetimeMillis,
                scanAfterMillis,
                ringing.toMillis(),
                answered.toMillis(),
                referralNamesAfterMillis);
    }

    public ResourceSettings withReferralNamesAfter(Duration value) {
        return new ResourceSettings(
                templateReviewMillis,
                mediaLifetimeMillis,
                scanAfterMillis,
                ringingAfterMillis,
                answeredAfterMillis,
                value.toMillis());
    }
}
