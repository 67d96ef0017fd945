/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.com.pilotstatus.camel.LogRecorder;
import br.com.pilotstatus.camel.OnUnknown;
import br.com.pilotstatus.camel.PilotStatusComponent;
import br.com.pilotstatus.camel.PilotStatusConfiguration;
import br.com.pilotstatus.camel.store.ClaimStore;
import br.com.pilotstatus.camel.store.JdbcClaimStore;
import br.com.pilotstatus.camel.store.MemoryClaimStore;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** The component's options, set as a Spring Boot application sets those of everything else. */
class BootOptionsTest {

    private static final String PREFIX = "--camel.component.pilotstatus.";
    private static final String KEY = "ps_s3cr3t";

    private static ConfigurableApplicationContext usual;

    private ConfigurableApplicationContext application;

    @BootTestApplication
    static class Application {

        @Bean
        ClaimStore inbox() {
            return new MemoryClaimStore();
        }

        @Bean
        ClaimStore journal() {
            return new MemoryClaimStore();
        }

        @Bean
        DataSource dataSource() {
            return new PGSimpleDataSource();
        }

        @Bean
        PilotStatusComponent salesNumber() {
            PilotStatusComponent component = new PilotStatusComponent();
            component.getConfiguration().setApiKey("ps_sales");
            return component;
        }

        @Bean
        RouteBuilder routes() {
            return new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:in").to("pilotstatus:templates-list?accountKey=ps_own&whatsappNumberId=1");
                }
            };
        }
    }

    @BeforeAll
    static void startUsual() {
        usual = run(Map.of());
    }

    @AfterAll
    static void stopUsual() {
        usual.close();
    }

    @AfterEach
    void stop() {
        if (application != null) {
            application.close();
        }
    }

    @Test
    void aNameMayBeWrittenInKebabCase() {
        assertThat(usual().getMaxInFlight()).isEqualTo(7);
    }

    @Test
    void aNameMayBeWrittenInCamelCase() {
        assertThat(usual().getConnectTimeout()).isEqualTo(1500);
    }

    @Test
    void aDurationMayNameItsUnit() {
        assertThat(usual().getTotalTimeout()).isEqualTo(90_000);
    }

    @Test
    void aFractionIsANumber() {
        assertThat(usual().getRequestsPerSecond()).isEqualTo(2.5);
    }

    @Test
    void aChoiceIsWrittenAsInAnAddress() {
        assertThat(usual().getOnUnknown()).isEqualTo(OnUnknown.RETRY);
    }

    @Test
    void aPlaceholderMayBeOneOfSpring() {
        assertThat(usual().getApiKey()).isEqualTo("ps_b00t-number-key");
    }

    @Test
    void aPlaceholderMayBeOneOfCamel() {
        assertThat(usual().getAccountKey()).isEqualTo("ps_b00t-account-key");
    }

    @Test
    void anOptionMayReferToABean() {
        assertThat(usual().getInbox()).isSameAs(usual.getBean("inbox"));
        assertThat(usual().getJournal()).isSameAs(usual.getBean("journal"));
    }

    @Test
    void anOptionThatIsNotSetKeepsItsDefault() {
        assertThat(usual().getMaxAttempts()).isEqualTo(new PilotStatusConfiguration().getMaxAttempts());
    }

    @Test
    void anEnvironmentVariableComesBeforeTheFile() {
        assertThat(start(Map.of("CAMEL_COMPONENT_PILOTSTATUS_APIKEY", KEY)).getApiKey())
                .isEqualTo(KEY);
    }

    @Test
    void aCommandLineArgumentComesBeforeTheFileInAnySpelling() {
        assertThat(started(PREFIX + "apiKey=" + KEY).getApiKey()).isEqualTo(KEY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"api-kye", "api.key", "camel-context", "to"})
    void aPropertyThatIsNoOptionKeepsTheApplicationFromStarting(String name) {
        assertThatThrownBy(() -> started(PREFIX + name + "=" + KEY))
                .hasStackTraceContaining("The property camel.component.pilotstatus." + name.split("\\.", 2)[0] + " ")
                .satisfies(BootOptionsTest::quotesNoKey);
    }

    @Test
    void theInboxOfTheRecipeIsMadeOfTheDataSource() throws Exception {
        String line = Files.readString(Path.of("src/main/docs/recipes.md"))
                .lines()
                .filter(text -> text.startsWith("`camel.component.pilotstatus.inbox = #class:"))
                .findFirst()
                .orElseThrow();

        assertThat(started("--" + line.replaceAll("[`.]+$|^`", "").replace(" = ", "="))
                        .getInbox())
                .isInstanceOf(JdbcClaimStore.class);
    }

    @Test
    void aKeyThatBeginsLikeAReferenceIsAKey() {
        assertThat(started(PREFIX + "token=#" + KEY).getToken()).isEqualTo("#" + KEY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "camel.component.pilotstatus.enabled",
                "camel.component.customizer.enabled",
                "camel.component.pilotstatus.customizer.enabled"
            })
    void theOptionsAreLeftAloneWhenSwitchedOff(String property) {
        assertThat(started("--" + property + "=false").getMaxInFlight())
                .isEqualTo(new PilotStatusConfiguration().getMaxInFlight());
    }

    @Test
    void theOptionsAreSetWhenSwitchedOnInSoManyWords() {
        assertThat(started(PREFIX + "enabled=true", PREFIX + "customizer.enabled=true")
                        .getMaxInFlight())
                .isEqualTo(7);
    }

    @Test
    void aComponentOfAnotherNameKeepsItsOwnOptions() {
        PilotStatusConfiguration sales = options(usual, "salesNumber");
        assertThat(sales.getApiKey()).isEqualTo("ps_sales");
        assertThat(sales.getAccountKey()).isNull();
        assertThat(sales.getMaxInFlight()).isEqualTo(new PilotStatusConfiguration().getMaxInFlight());
    }

    @ParameterizedTest
    @ValueSource(strings = {"salesNumber.maxInFlight", "sales-number.max-in-flight", "salesnumber.maxinflight"})
    void aComponentOfAnotherNameHasPropertiesOfItsOwn(String property) {
        assertThat(started("--camel.component." + property + "=9").getMaxInFlight())
                .isEqualTo(7);
        assertThat(options(application, "salesNumber").getMaxInFlight()).isEqualTo(9);
    }

    @Test
    void whatIsNoOptionOfAComponentOfAnotherNameIsNamed() {
        assertThatThrownBy(() -> {
                    started("--camel.component.sales-number.api-kye=" + KEY);
                    options(application, "salesNumber");
                })
                .hasStackTraceContaining("The property camel.component.sales-number.api-kye is no option")
                .satisfies(BootOptionsTest::quotesNoKey);
    }

    @Test
    void eachComponentIsSwitchedOffByItself() {
        started("--camel.component.sales-number.enabled=false", "--camel.component.sales-number.max-in-flight=9");
        assertThat(options(application, "salesNumber").getMaxInFlight()).isNotEqualTo(9);
        assertThat(options(application).getMaxInFlight()).isEqualTo(7);
    }

    @Test
    void nothingThatIsLoggedHoldsASecret() {
        try (LogRecorder log = new LogRecorder(Level.TRACE)) {
            // Of Camel's placeholders, Camel logs the value on level DEBUG.
            started(PREFIX + "accountKey=ps_b00t-account-key");

            assertThat(log.lines())
                    .isNotEmpty()
                    .noneMatch(line -> line.contains("ps_b00t") || line.contains("b00t-secret"));
        }
    }

    private PilotStatusConfiguration started(String... arguments) {
        return start(Map.of(), arguments);
    }

    private static PilotStatusConfiguration usual() {
        return options(usual);
    }

    private PilotStatusConfiguration start(Map<String, Object> environment, String... arguments) {
        application = run(environment, arguments);
        return options(application);
    }

    private static PilotStatusConfiguration options(ConfigurableApplicationContext application) {
        return options(application, "pilotstatus");
    }

    private static PilotStatusConfiguration options(ConfigurableApplicationContext application, String component) {
        return application
                .getBean(CamelContext.class)
                .getComponent(component, PilotStatusComponent.class)
                .getConfiguration();
    }

    private static ConfigurableApplicationContext run(Map<String, Object> environment, String... arguments) {
        SpringApplication boot = new SpringApplication(Application.class);
        boot.setWebApplicationType(WebApplicationType.NONE);
        boot.setRegisterShutdownHook(false);
        boot.addInitializers(context -> context.getEnvironment()
                .getPropertySources()
                .replace(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new SystemEnvironmentPropertySource(
                                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, environment)));
        Stream<String> usual = Stream.of(
                "--spring.config.location=classpath:/boot/",
                "--spring.main.banner-mode=off",
                "--camel.main.jmx-enabled=false");
        return boot.run(Stream.concat(usual, Stream.of(arguments)).toArray(String[]::new));
    }

    private static void quotesNoKey(Throwable error) {
        StringWriter text = new StringWriter();
        error.printStackTrace(new PrintWriter(text));
        assertThat(text.toString()).doesNotContain(KEY);
    }
}
