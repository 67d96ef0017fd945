/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel;

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
        RecordingServer server = bind("jetty");

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
        bind("jetty");
        bind("undertow");

        assertThatThrownBy(() -> createConsumer(null))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("[jetty, undertow]");
    }

    @Test
    void ofSeveralServersTheNamedOneIsTaken() throws Exception {
        RecordingServer jetty = bind("jetty");
        RecordingServer undertow = bind("undertow");

        createConsumer("undertow");
        assertThat(undertow.registrations).hasSize(1);
        assertThat(jetty.registrations).isEmpty();
    }

    @Test
    void ofSeveralServersThatOfTheRestConfigurationIsTaken() throws Exception {
        RecordingServer jetty = bind("jetty");
        bind("undertow");
        RestConfiguration rest = new RestConfiguration();
        rest.setComponent("jetty");
        context.setRestConfiguration(rest);

        createConsumer(null);
        assertThat(jetty.registrations).hasSize(1);
        assertThat(jetty.rest).isSameAs(rest);
    }

    @Test
    void withoutServerTheErrorSaysWhatToAdd() {
        assertThatThrownBy(() -> createConsumer(null))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("camel-platform-http-main")
                .hasMessageContaining("camel-platform-http-starter");
    }

    @Test
    void nettyWithPortIsTaken() throws Exception {
        RecordingServer netty = bind("netty-http");
        RestConfiguration rest = new RestConfiguration();
        rest.setComponent("netty-http");
        rest.setPort(8080);
        context.setRestConfiguration(rest);

        createConsumer(null);
        assertThat(netty.registrations).hasSize(1);
    }

    @Test
    void onlyPlatformHttpGetsItsOwnParameters() throws Exception {
        RecordingServer server = bind("jetty");

        createConsumer("jetty");
        assertThat(server.parameters).isEmpty();
    }

    private RecordingServer bind(String name) {
        RecordingServer server = new RecordingServer();
        context.getRegistry().bind(name, RestConsumerFactory.class, server);
        return server;
    }

    private void createConsumer(String httpServer) throws Exception {
        new HttpServerResolver(context, httpServer).createConsumer("/hook", exchange -> {});
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
