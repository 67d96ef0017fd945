/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.observe;

import br.com.pilotstatus.camel.client.EndedCall;
import br.com.pilotstatus.camel.link.EndedDownload;
import br.com.pilotstatus.camel.receive.WebhookAnswer;
import br.com.pilotstatus.camel.store.ClaimKeeper;
import java.util.function.IntSupplier;
import org.apache.camel.CamelContext;

/** What a component tells a metrics system about. Without one it tells nobody, which costs nothing and never fails. */
public interface PilotStatusMetrics extends CallObserver {

    PilotStatusMetrics NONE = new PilotStatusMetrics() {};

    /**
     * Metrics in the Micrometer registry of the application, if it has Micrometer and a registry.
     *
     * @param component name of the component, which tells its meters from those of others
     */
    static PilotStatusMetrics of(CamelContext context, String component) {
        try {
            // Asked of the loader that would load the class written with Micrometer, and before that class is touched.
            Class.forName(
                    "io.micrometer.core.instrument.MeterRegistry", false, PilotStatusMetrics.class.getClassLoader());
        } catch (ClassNotFoundException absent) {
            return NONE;
        }
        return MicrometerMetrics.in(context, component);
    }

    @Override
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

    /** A webhook request got its answer. */
    default void answered(WebhookAnswer answer) {}
}
