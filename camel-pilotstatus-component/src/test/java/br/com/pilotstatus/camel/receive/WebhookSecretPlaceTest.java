/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.receive;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.pilotstatus.camel.PilotStatusComponent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Why the pages put the token on the component, and that all of them do. */
class WebhookSecretPlaceTest {

    private static final String TOKEN = "tkn-3f9c2a71d04be865";

    private static String dump(String from) throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            context.getPropertiesComponent().addInitialProperty("webhook.token", TOKEN);
            context.getComponent("pilotstatus", PilotStatusComponent.class)
                    .getConfiguration()
                    .setToken(TOKEN);
            RouteBuilder.addRoutes(
                    context,
                    route -> route.from(from)
                            .routeId("events")
                            .autoStartup(false)
                            .to("mock:events"));
            context.start();
            // As the route dump of JMX and of the console does it.
            return PluginHelper.getModelToXMLDumper(context)
                    .dumpModelAsXml(context, context.getRouteDefinition("events"), true, false, false);
        }
    }

    @Test
    void aRouteDumpShowsAPlaceholderResolved() throws Exception {
        assertThat(dump("pilotstatus:webhook?token={{webhook.token}}")).contains(TOKEN);
    }

    @Test
    void aRouteDumpShowsNoTokenOfTheComponent() throws Exception {
        assertThat(dump("pilotstatus:webhook")).contains("pilotstatus:webhook").doesNotContain(TOKEN);
    }

    static Stream<Path> pages() throws IOException {
        List<Path> pages;
        try (Stream<Path> docs = Files.list(Path.of("src/main/docs"))) {
            pages = docs.toList();
        }
        return Stream.concat(
                pages.stream(),
                Stream.of(Path.of("../README.md"), Path.of("../camel-pilotstatus-examples/main/README.md")));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void noPageWritesATokenIntoAnAddress(Path page) throws IOException {
        assertThat(Files.readString(page))
                .doesNotContain("webhook?token={{", "token: \"{{", "secret={{", "secret: \"{{");
    }
}
