/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.examples.orders;

import org.apache.camel.CamelContext;
import org.apache.camel.opentelemetry2.OpenTelemetryTracer;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Spans of routes, by the tracer that Spring Boot sets up. */
@Configuration(proxyBeanMethods = false)
class TracingConfiguration {

    @Bean
    CamelContextConfiguration routeSpans() {
        return new CamelContextConfiguration() {
            @Override
            public void beforeApplicationStart(CamelContext context) {
                new OpenTelemetryTracer().init(context);
            }

            @Override
            public void afterApplicationStart(CamelContext context) {
                // Nothing to do.
            }
        };
    }
}
