/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.kamelets;

import java.util.Map;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

/** The two files in which people write down what Kamelets they join. */
enum Form {
    ROUTE {
        @Override
        String between(String source, String step, String sink) {
            return """
                    - route:
                        from:
                          uri: "%s"
                          steps:
                            - to: "%s"
                            - to: "%s"
                    """.formatted(source, step, sink);
        }
    },
    PIPE {
        @Override
        String between(String source, String step, String sink) {
            return """
                    apiVersion: camel.apache.org/v1
                    kind: Pipe
                    metadata:
                      name: joined
                    spec:
                      source:
                        uri: "%s"
                      steps:
                        - uri: "%s"
                      sink:
                        uri: "%s"
                    """.formatted(source, step, sink);
        }
    };

    /** What a file of this kind says. */
    abstract String between(String source, String step, String sink);

    /** Runs a Kamelet as the middle of <code>direct:in</code> and <code>mock:out</code>. */
    void step(CamelContext context, String kamelet, Map<String, String> properties) throws Exception {
        load(context, between("direct:in", uri(kamelet, properties), "mock:out"));
    }

    /** Runs a Kamelet as the source of <code>mock:out</code>. */
    void source(CamelContext context, String kamelet, Map<String, String> properties) throws Exception {
        load(context, between(uri(kamelet, properties), "mock:step", "mock:out"));
    }

    static void load(CamelContext context, String yaml) throws Exception {
        PluginHelper.getRoutesLoader(context).loadRoutes(ResourceHelper.fromString("joined.yaml", yaml));
    }

    private static String uri(String kamelet, Map<String, String> properties) {
        return "kamelet:" + kamelet
                + properties.entrySet().stream()
                        .map(property -> property.getKey() + "=" + property.getValue())
                        .collect(Collectors.joining("&", properties.isEmpty() ? "" : "?", ""));
    }
}
