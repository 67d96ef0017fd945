/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.observe;

import org.apache.camel.CamelContext;

/** Finds the metrics system of an application. */
public final class MetricsResolver {

    private MetricsResolver() {}

    /**
     * Metrics in the Micrometer registry of the application; those that tell nobody when it has no Micrometer or no registry.
     *
     * @param component name of the component, which tells its meters from those of others
     */
    public static PilotStatusMetrics resolve(CamelContext context, String component) {
        try {
            // Asked of the loader that would load the class written with Micrometer, and before that class is touched.
            Class.forName("io.micrometer.core.instrument.MeterRegistry", false, MetricsResolver.class.getClassLoader());
        } catch (ClassNotFoundException absent) {
            return PilotStatusMetrics.NONE;
        }
        return MicrometerMetrics.in(context, component);
    }
}
