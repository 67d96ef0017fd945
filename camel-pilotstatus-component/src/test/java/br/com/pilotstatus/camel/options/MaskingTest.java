/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.com.pilotstatus.camel.LogRecorder;
import br.com.pilotstatus.camel.PilotStatusComponent;
import br.com.pilotstatus.camel.PilotStatusEndpoint;
import br.com.pilotstatus.camel.SimulatorTestSupport;
import br.com.pilotstatus.simulator.fault.Fault;
import br.com.pilotstatus.simulator.fault.FaultRule;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.main.Main;
import org.apache.camel.spi.EndpointServiceLocation;
import org.apache.camel.test.junit5.TestExecutionConfiguration;
import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys, recipients and texts appear nowhere that people or tools read. */
class MaskingTest extends SimulatorTestSupport {

    private static final String KEY = "ps_k3y";
    private static final String TEXT = "S3CRET";
    private static final String URI = "pilotstatus:send?apiKey=" + KEY + "&to=" + PHONE + "&text=" + TEXT
            + "&proxyUsername=u&proxyPassword=RAW(" + KEY + "&)&proxyHost=localhost&proxyPort=1";

    @Override
    public void configureTest(TestExecutionConfiguration configuration) {
        super.configureTest(configuration);
        configuration.withJMX(true);
    }

    @Override
    protected RouteBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in").to("pilotstatus:send?apiKey=" + KEY + "&to=" + PHONE + "&text=${header.text}");
            }
        };
    }

    private static void assertMasked(Object shown) {
        assertThat(String.valueOf(shown)).doesNotContain(KEY, "98888", TEXT);
    }

    @Test
    void theEndpointDoesNotPrintThem() {
        PilotStatusEndpoint endpoint = context.getEndpoint(URI, PilotStatusEndpoint.class);
        assertMasked(endpoint);
        assertMasked(endpoint.getEndpointUri());
        assertMasked(endpoint.getEndpointKey());
        assertMasked(((EndpointServiceLocation) endpoint).getServiceUrl());
        assertMasked(endpoint.getServiceMetadata());
    }

    @Test
    void theConfigurationDoesNotPrintThem() {
        PilotStatusEndpoint endpoint = context.getEndpoint(URI, PilotStatusEndpoint.class);
        assertMasked(endpoint.getConfiguration());
        assertMasked(endpoint.getSend());
    }

    /** Camel takes all of these for the option, so the mask must, too. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "TEXT",
                "te-xt",
                "text",
                "%74ext",
                "group-id",
                "GROUPID",
                "newsletter-id",
                "File-Name",
                "Caption",
                "variables.a",
                "Variables.a",
                "VARIABLES.a",
                "send.text",
                "header"
            })
    void noSpellingShowsWhatIsSaid(String name) {
        assertMasked(endpoint("to=1&" + name + "=" + TEXT));
        assertMasked(endpoint("to=1&" + name + "=RAW(" + TEXT + "&x=" + TEXT + ")"));
    }

    @Test
    void aMapOfVariablesIsMaskedWholeBecauseItMayHoldAText() {
        assertMasked(endpoint("to=1&variables={a=" + TEXT + ", b=${body}}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "api-key",
                "API-KEY",
                "apikey",
                "account-key",
                "accountKey",
                "api-key-id",
                "ApiKeyId",
                "proxy-password",
                "Proxy-Username",
                "token",
                "secret",
                "configuration.apiKey",
                "api%4Bey"
            })
    void noSpellingShowsAKey(String name) {
        assertMasked(endpoint(name + "=" + KEY));
        assertMasked(endpoint("to=1&" + name + "=RAW(" + KEY + "&x=" + KEY + ")"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"bodyAs=text%26text=", "bodyAs=text%2526text=", "bodyAs=RAW(text&text=", "to=${body}%26text="})
    void noSeparatorThatCamelDecodesHidesAnOption(String options) {
        assertMasked(endpoint(options + TEXT));
    }

    @Test
    void whatIsNotKnownToBeHarmlessIsMasked() {
        assertMasked(endpoint("txet=" + TEXT));
    }

    @Test
    void expressionsAndHarmlessOptionsAreShown() {
        assertThat(endpoint("to=${header.to}&total-timeout=5s&bodyAs=text"))
                .endsWith("?to=${header.to}&total-timeout=5s&bodyAs=text");
    }

    private static String endpoint(String options) {
        return PersonalData.mask("pilotstatus:send?" + options);
    }

    @Test
    void whatCouldNotBeSetIsNamedWithoutItsValue() {
        assertThatThrownBy(() -> context.getEndpoint("pilotstatus:send", Map.of("txet", TEXT)))
                .hasMessageContaining("txet")
                .hasMessageNotContaining(TEXT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "send?to=xxxxxx",
                "send?to=RAW(xxxxxx)",
                "send?text=xxxxxx",
                "send?variables.a=xxxxxx",
                "send?api-key=xxxxxx",
                "status?param.a=xxxxxx",
                "webhook?token=xxxxxx",
                "webhook?secret=xxxxxx",
                "send?to=xxxxxx&hash=0f5e9f5c-3c0c-4f0e-9d5b-6c1f0d6b1c11"
            })
    void aMaskIsNeverAValue(String uri) {
        assertThatThrownBy(() -> context.getEndpoint("pilotstatus:" + uri))
                .hasMessageContaining("is a mask and no value");
    }

    @Test
    void aMaskIsNoKeyOfTheComponentEither() {
        context.getComponent("pilotstatus", PilotStatusComponent.class)
                .getConfiguration()
                .setApiKey("xxxxxx");
        assertThatThrownBy(() -> context.getEndpoint("pilotstatus:status"))
                .hasMessageContaining("The option apiKey is a mask and no value");
    }

    @Test
    void endpointsThatDifferInWhatIsMaskedShowDifferentAddresses() {
        PilotStatusEndpoint one = context.getEndpoint(URI, PilotStatusEndpoint.class);
        PilotStatusEndpoint other = context.getEndpoint(URI.replace(TEXT, "other"), PilotStatusEndpoint.class);
        assertThat(one.getEndpointUri()).isNotEqualTo(other.getEndpointUri());
        assertThat(one).isNotEqualTo(other);
    }

    @Test
    void managementDoesNotShowThem() throws Exception {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        List<String> shown = new ArrayList<>();
        for (ObjectName name : server.queryNames(new ObjectName("org.apache.camel:type=endpoints,*"), null)) {
            shown.add(name + " " + server.getAttribute(name, "EndpointUri"));
        }
        for (ObjectName name : server.queryNames(new ObjectName("org.apache.camel:type=producers,*"), null)) {
            shown.add(name + " " + server.getAttribute(name, "EndpointUri"));
        }
        assertThat(shown).anyMatch(entry -> entry.contains("pilotstatus")).allSatisfy(MaskingTest::assertMasked);
    }

    @Test
    void noFailurePrintsThem() {
        for (Fault fault : List.of(Fault.status(400), Fault.status(500), Fault.reset())) {
            simulator().faults().add(FaultRule.next(1, fault));
            Exchange exchange = send("pilotstatus:send?to=" + PHONE, TEXT);
            assertThat(exchange.getException()).isNotNull();
            StringWriter trace = new StringWriter();
            exchange.getException().printStackTrace(new PrintWriter(trace));
            assertMasked(trace);
        }
    }

    @Test
    void theStartUpSummaryOfCamelMainDoesNotPrintThem() throws Exception {
        try (LogRecorder log = new LogRecorder(Level.INFO)) {
            Main main = new Main();
            main.setPropertyPlaceholderLocations("classpath:masking.properties");
            main.start();
            try {
                PilotStatusComponent component =
                        main.getCamelContext().getComponent("pilotstatus", PilotStatusComponent.class);
                assertThat(component.getConfiguration().getApiKeyId()).isEqualTo(KEY);
                assertThat(String.join("\n", log.lines()))
                        .contains("apiKeyId = xxxxxx", "secret = xxxxxx", "token = xxxxxx");
                assertMasked(log.lines());
            } finally {
                main.stop();
            }
        }
    }
}
