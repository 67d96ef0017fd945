/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.examples.main;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.pilotstatus.camel.PilotStatusComponent;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.catalog.CamelCatalog;
import org.apache.camel.catalog.DefaultCamelCatalog;
import org.apache.camel.catalog.EndpointValidationResult;
import org.apache.camel.main.Main;
import org.apache.camel.model.EndpointRequiredDefinition;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.model.ProcessorDefinitionHelper;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.ToDynamicDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the addresses in the routes to the catalog, ours included: a mistyped option fails here, not at a reader's desk. */
class RouteUrisTest {

    @ParameterizedTest
    @MethodSource("uris")
    void everyAddressIsValidByTheCatalog(String uri) throws IOException {
        EndpointValidationResult result = catalog().validateEndpointProperties(uri);

        assertThat(result.isSuccess()).as(result.summaryErrorMessage(true)).isTrue();
    }

    @Test
    void theAddressesOfErrorHandlingAreAmongThem() throws Exception {
        assertThat(uris()).contains("jms:queue:whatsapp.dead-letter", "direct:erp-order-attention");
    }

    static List<String> uris() throws Exception {
        Main main = Application.create();
        main.init();
        try (CamelContext context = main.getCamelContext()) {
            List<String> uris = new ArrayList<>();
            for (RouteDefinition route : ((ModelCamelContext) context).getRouteDefinitions()) {
                uris.add(context.resolvePropertyPlaceholders(route.getInput().getEndpointUri()));
                for (String uri : outputs(route).toList()) {
                    uris.add(context.resolvePropertyPlaceholders(uri));
                }
            }
            return uris.stream().distinct().sorted().toList();
        }
    }

    private static Stream<String> outputs(RouteDefinition route) {
        return Stream.concat(
                ProcessorDefinitionHelper.filterTypeInOutputs(route.getOutputs(), EndpointRequiredDefinition.class)
                        .stream()
                        .map(EndpointRequiredDefinition::getEndpointUri),
                ProcessorDefinitionHelper.filterTypeInOutputs(route.getOutputs(), ToDynamicDefinition.class).stream()
                        .map(ToDynamicDefinition::getUri));
    }

    private static CamelCatalog catalog() throws IOException {
        CamelCatalog catalog = new DefaultCamelCatalog(true);
        String json = "META-INF/br/com/pilotstatus/camel/pilotstatus.json";
        try (InputStream schema = PilotStatusComponent.class.getClassLoader().getResourceAsStream(json)) {
            catalog.addComponent(
                    "pilotstatus",
                    PilotStatusComponent.class.getName(),
                    new String(schema.readAllBytes(), StandardCharsets.UTF_8));
        }
        return catalog;
    }
}
