/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.client;

import java.time.Duration;
import java.util.Optional;

/** Decides whether a failed call is tried again inside the client. */
@FunctionalInterface
interface RetryPolicy {

    /**
     * @param failure   how the last try ended
     * @param remaining what is left of the call's total time
     * @return how long to wait before the next try; empty to fail now
     */
    Optional<Duration> delay(PilotStatusException failure, Duration remaining);
}
