/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.observe;

import br.com.pilotstatus.camel.client.EndedCall;
import br.com.pilotstatus.camel.link.EndedDownload;
import br.com.pilotstatus.camel.store.ClaimKeeper;
import java.util.function.IntSupplier;

/**
 * What a component tells a metrics system about. Without one it tells nobody, which costs nothing and never fails. Called on
 * threads that serve connections, by many at once.
 */
public interface PilotStatusMetrics {

    PilotStatusMetrics NONE = new PilotStatusMetrics() {};

    /** A call has ended, and its route has not gone on yet. */
    default void ended(EndedCall call) {}

    /**
     * A client may make calls from now on.
     *
     * @param client   its number
     * @param inFlight how many calls it has under way
     */
    default void opened(int client, IntSupplier inFlight) {}

    /** A client makes no more calls. */
    default void closed(int client) {}

    /** The component looks after claims from now on. */
    default void keeping(ClaimKeeper claims) {}

    /** The component stops, and so does what it shows by itself. */
    default void stopped() {}

    /** Media was fetched from a link, or was not to be had. */
    default void downloaded(EndedDownload download) {}

    /** A webhook request got the answer of this name. */
    default void answered(String answer) {}
}
