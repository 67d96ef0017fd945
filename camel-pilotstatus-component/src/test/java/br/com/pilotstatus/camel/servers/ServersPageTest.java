/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.com.pilotstatus.camel.LogRecorder;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.main.Main;
import org.apache.camel.spi.EmbeddedHttpService;
import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootVersion;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** The settings of the page about servers, run as they stand there, but for ports and tokens. */
class ServersPageTest {

    private static final Path PAGE = Path.of("src/main/docs/servers.md");

    private final Runs runs = new Runs();

    @Test
    void camelMain() throws Exception {
        Properties settings = settings("Camel Main");
        settings.setProperty("camel.server.port", "0");

        try (Application application = new Application(settings)) {
            assertReceives(application
                    .main
                    .getCamelContext()
                    .getRegistry()
                    .lookupByNameAndType("platform-http-engine", EmbeddedHttpService.class)
                    .getServerPort());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"netty-http", "undertow", "jetty"})
    void aComponentWithItsOwnPort(String component) throws Exception {
        Properties settings = settings("Netty, Undertow, Jetty");
        int port = ComponentServer.freePort();
        settings.setProperty("camel.rest.port", "" + port);
        settings.setProperty("camel.rest.component", component);

        try (Application application = new Application(settings)) {
            assertThat(application.main.isStarted()).isTrue();
            assertReceives(port);
        }
    }

    @Test
    void springBoot(@TempDir Path directory) throws Exception {
        Files.writeString(directory.resolve("application.properties"), block("Spring Boot", "properties"));
        SpringApplication boot = springApplication("pilotstatus:webhook");

        try (ServletWebServerApplicationContext application = (ServletWebServerApplicationContext) boot.run(
                "--spring.config.location=" + directory.toUri(),
                "--server.port=0",
                "--WEBHOOK_TOKEN=" + EventRoutes.OLD_TOKEN,
                "--PILOTSTATUS_API_KEY=ps_number",
                "--spring.main.banner-mode=off",
                "--camel.main.jmx-enabled=false")) {
            assertReceives(application.getWebServer().getPort());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"WEBHOOK_TOKEN", "PILOTSTATUS_API_KEY", "WEBHOOK_PUBLIC_URL"})
    void springBootDoesNotStartWithoutOneOfItsVariables(String missing, @TempDir Path directory) throws Exception {
        Files.writeString(directory.resolve("application.properties"), block("Spring Boot", "properties"));
        Stream<String> given = Map.of(
                        "WEBHOOK_TOKEN",
                        EventRoutes.OLD_TOKEN,
                        "PILOTSTATUS_API_KEY",
                        "ps_number",
                        "WEBHOOK_PUBLIC_URL",
                        "https://shop.example.com/pilotstatus/webhook")
                .entrySet()
                .stream()
                .filter(variable -> !variable.getKey().equals(missing))
                .map(variable -> "--" + variable.getKey() + "=" + variable.getValue());
        Stream<String> usual = Stream.of(
                "--spring.config.location=" + directory.toUri(),
                "--server.port=0",
                "--spring.main.banner-mode=off",
                "--camel.main.jmx-enabled=false");

        try (LogRecorder log = new LogRecorder(Level.ERROR)) {
            assertThatThrownBy(() -> springApplication(
                                    "pilotstatus:webhook?autoRegister=true&publicUrl={{webhook.public-url}}&events=*")
                            .run(Stream.concat(usual, given).toArray(String[]::new)))
                    .isNotNull();
            assertThat(log.lines("APPLICATION FAILED TO START"))
                    .singleElement()
                    .asString()
                    .contains("needs " + missing + ", which is not set");
        }
    }

    private SpringApplication springApplication(String uri) {
        SpringApplication boot = new SpringApplication(BootServer.Application.class);
        boot.setRegisterShutdownHook(false);
        boot.addInitializers(context ->
                ((GenericApplicationContext) context).registerBean("routes", RouteBuilder.class, () -> routes(uri)));
        return boot;
    }

    @Test
    void theVersionsAreThoseThatWereTested() throws Exception {
        assertThat(block("Camel Main", "xml"))
                .contains("<camel.version>" + new DefaultCamelContext(false).getVersion() + "</camel.version>");
        assertThat(block("Spring Boot", "xml"))
                .contains("<version>" + new DefaultCamelContext(false).getVersion() + "</version>")
                .contains("<version>" + SpringBootVersion.getVersion() + "</version>");
    }

    private void assertReceives(int port) throws IOException {
        Event event = Event.any();

        assertThat(Connection.exchange(port, Call.with(event)).status()).isEqualTo(200);
        assertThat(runs.of(event)).isEqualTo(1);
    }

    private static Properties settings(String heading) throws IOException {
        Properties settings = new Properties();
        settings.load(new StringReader(block(heading, "properties")));
        assertThat(settings.setProperty("camel.component.pilotstatus.token", EventRoutes.OLD_TOKEN))
                .isNotNull();
        return settings;
    }

    /** The first block of that language under a heading. */
    private static String block(String heading, String language) throws IOException {
        Matcher block = Pattern.compile(
                        "\n## " + heading + "\n(?:(?!\n## ).)*?\n```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(PAGE));
        assertThat(block.find()).as(heading).isTrue();
        return block.group(1);
    }

    private RouteBuilder routes(String uri) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from(uri).process(runs);
            }
        };
    }

    /** Camel Main with these settings and the route of the page about receiving. */
    private final class Application implements AutoCloseable {

        private final Main main = new Main();

        Application(Properties settings) {
            main.setPropertyPlaceholderLocations("false");
            main.setInitialProperties(settings);
            main.configure().addRoutesBuilder(routes("pilotstatus:webhook"));
            main.start();
        }

        @Override
        public void close() {
            main.stop();
        }
    }
}
