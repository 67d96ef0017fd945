/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.Processor;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.impl.engine.DefaultComponentResolver;
import org.apache.camel.spi.ComponentResolver;
import org.apache.camel.spi.RestConfiguration;
import org.apache.camel.spi.RestConsumerFactory;
import org.apache.camel.support.DefaultComponent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which server is chosen where platform-http is not on the classpath. */
class HttpServerResolverTest {

    private final DefaultCamelContext context = new DefaultCamelContext();

    @BeforeEach
    void start() {
        ComponentResolver all = new DefaultComponentResolver();
        context.getCamelContextExtension()
                .addContextPlugin(
                        ComponentResolver.class,
                        (name, camel) -> name.equals("platform-http") ? null : all.resolveComponent(name, camel));
        context.start();
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    @Test
    void theOnlyServerIsTaken() throws Exception {
        RecordingServer server = bind("first-http");

        createConsumer(null);
        assertThat(server.registrations).containsExactly("POST /hook");
    }

    @Test
    void aComponentThatIsThereCountsAsServer() throws Exception {
        RecordingComponent server = new RecordingComponent();
        context.addComponent("own-http", server);

        createConsumer(null);
        assertThat(server.registrations).containsExactly("POST /hook");
    }

    @Test
    void ofSeveralServersOneMustBeNamed() {
        bind("first-http");
        bind("second-http");

        assertThatThrownBy(() -> createConsumer(null))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("[first-http, second-http]");
    }

    @Test
    void ofSeveralServersTheNamedOneIsTaken() throws Exception {
        RecordingServer first = bind("first-http");
        RecordingServer second = bind("second-http");

        createConsumer("second-http");
        assertThat(second.registrations).hasSize(1);
        assertThat(first.registrations).isEmpty();
    }

    @Test
    void ofSeveralServersThatOfTheRestConfigurationIsTaken() throws Exception {
        RecordingServer first = bind("first-http");
        bind("second-http");
        RestConfiguration rest = new RestConfiguration();
        rest.setComponent("first-http");
        context.setRestConfiguration(rest);

        createConsumer(null);
        assertThat(first.registrations).hasSize(1);
        assertThat(first.rest).isSameAs(rest);
    }

    @Test
    void withoutServerTheErrorSaysWhatToAdd() {
        assertThatThrownBy(() -> createConsumer(null))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("camel-platform-http-main")
                .hasMessageContaining("camel-platform-http-starter");
    }

    @ParameterizedTest
    @ValueSource(strings = {"netty-http", "jetty", "undertow"})
    void aServerOfItsOwnPortIsTakenWhenThereIsOne(String name) throws Exception {
        RestConfiguration rest = new RestConfiguration();
        rest.setComponent(name);
        rest.setHost("localhost");
        rest.setPort(8080);
        context.setRestConfiguration(rest);

        assertThat(createConsumer(null).getEndpoint().getEndpointUri()).contains("http://localhost:8080/hook");
    }

    @Test
    void onlyPlatformHttpGetsItsOwnParameters() throws Exception {
        RecordingServer server = bind("first-http");

        createConsumer("first-http");
        assertThat(server.parameters).isEmpty();
    }

    private RecordingServer bind(String name) {
        RecordingServer server = new RecordingServer();
        context.getRegistry().bind(name, RestConsumerFactory.class, server);
        return server;
    }

    private Consumer createConsumer(String httpServer) throws Exception {
        HttpServerResolver resolver = new HttpServerResolver(context, httpServer);
        return resolver.createConsumer(resolver.name(), "POST", "/hook", exchange -> {});
    }

    /** A server that is a component, as the real ones are. */
    private static final class RecordingComponent extends DefaultComponent implements RestConsumerFactory {

        private final List<String> registrations = new ArrayList<>();

        @Override
        public Consumer createConsumer(
                CamelContext camelContext,
                Processor processor,
                String verb,
                String basePath,
                String uriTemplate,
                String consumes,
                String produces,
                RestConfiguration configuration,
                Map<String, Object> parameters) {
            registrations.add(verb + " " + basePath);
            return null;
        }

        @Override
        protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) {
            throw new AssertionError("must not be asked");
        }
    }

    /** Writes down what it is asked for. */
    private static final class RecordingServer implements RestConsumerFactory {

        private final List<String> registrations = new ArrayList<>();
        private RestConfiguration rest;
        private Map<String, Object> parameters;

        @Override
        public Consumer createConsumer(
                CamelContext camelContext,
                Processor processor,
                String verb,
                String basePath,
                String uriTemplate,
                String consumes,
                String produces,
                RestConfiguration configuration,
                Map<String, Object> parameters) {
            registrations.add(verb + " " + basePath);
            rest = configuration;
            this.parameters = parameters;
            return null;
        }
    }
}
