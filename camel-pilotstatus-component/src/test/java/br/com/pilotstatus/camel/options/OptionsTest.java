/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.com.pilotstatus.camel.LogRecorder;
import br.com.pilotstatus.camel.PilotStatusComponent;
import br.com.pilotstatus.camel.PilotStatusEndpoint;
import org.apache.camel.CamelContext;
import org.apache.camel.ResolveEndpointFailedException;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A route that is set up wrongly does not start, and says why. */
class OptionsTest {

    private static final String WARNING =
            "The option baseUrl is http for simulator, which is no loopback host: keys and messages travel for everybody";

    private CamelContext context;

    @BeforeEach
    void start() {
        context = new DefaultCamelContext();
        context.start();
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    sendd?apiKey=a                                | There is no operation 'sendd'. Producers: send, status, cancel
                    send?apiKey=a&txet=Hi                         | Unknown parameters
                    send?to=1                                     | No key: set the option apiKey, apiKeyId or accountKey
                    send?apiKey=a&apiKeyId=b                      | Set one of the options apiKey and apiKeyId
                    send?apiKey=a&mediaType=gif                   | The option mediaType must be image, video, document or audio
                    send?apiKey=a&variables=gif                   | The option variables is no map: give each entry by an option of its own, variables.<name>
                    send?apiKey=a&variables={a=1, 2}&variables.a=3 | The option variables.a is given twice
                    send?apiKey=a&variables={a=1, a=2}            | The option variables is no map
                    send?apiKey=a&text=Ana & Silva                | Unknown parameters=[]. A value holds an ampersand
                    send?apiKey=a&id=1                            | The operation 'send' does not take the option id
                    send?apiKey=a&path=/x                         | The operation 'send' does not take the option path
                    status?apiKey=a&to=1                          | The operation 'status' does not take the option to
                    status?apiKey=a&variables.a=1                 | The operation 'status' does not take the option variables.a
                    templates-list?apiKey=a&id=1                  | The operation 'templates-list' does not take the option id
                    webhooks-logs?apiKey=a&param.lim=1            | has no parameter 'lim'; it has: id, limit, event
                    webhooks-delete?apiKey=a&id=1                 | cannot be undone: confirm it with the option confirm=true
                    webhook?to=1                                  | The operation 'webhook' does not take the option to
                    webhook?result=body                           | The operation 'webhook' does not take the option result
                    send?apiKey=a&baseUrl=http://example.com      | The option baseUrl must be https, except for a loopback host
                    send?apiKey=a&baseUrl=ftp://example.com       | The option baseUrl must be an https URL with a host
                    send?apiKey=a&baseUrl=https://u:p@example.com | The option baseUrl must end with its path
                    send?apiKey=${header.key}                     | The option apiKey takes no expression
                    send?apiKey=RAW( )                            | The option apiKey is empty
                    sned?apiKey=a&to=${body}                      | There is no operation 'sned'. Producers: send, status, cancel
                    send?apiKey=a&baseUrl=https://${body}         | The option baseUrl takes no expression
                    send?apiKey=a&maxInFlight=0                   | The option maxInFlight must be positive
                    send?apiKey=a&totalTimeout=0                  | The option totalTimeout must be positive
                    send?apiKey=a&proxyHost=localhost             | The options proxyHost and proxyPort go together
                    send?apiKey=a&maxMediaSize=0                  | The option maxMediaSize must be positive
                    send?apiKey=a&bodyAs=gif                      | bodyAs
                    """)
    void whatIsWrongIsNamedAtStart(String uri, String reason) {
        assertThatThrownBy(() -> context.getEndpoint("pilotstatus:" + uri))
                .isInstanceOf(ResolveEndpointFailedException.class)
                .hasMessageContaining(reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:1/v1",
                "http://127.0.0.1:1/v1",
                "http://127.9.9.9/v1",
                "http://[::1]:1/v1",
                "https://pilotstatus.com.br/v1"
            })
    void theAddressIsEncryptedOrLocal(String baseUrl) {
        PilotStatusEndpoint endpoint =
                context.getEndpoint("pilotstatus:send?apiKey=a&baseUrl=" + baseUrl, PilotStatusEndpoint.class);
        assertThat(endpoint.getConfiguration().getBaseUrl()).isEqualTo(baseUrl);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "send?baseUrl=http://simulator:8080/v1",
                "webhook?token=0123456789abcdef&autoRegister=true&events=*&publicUrl=http://app:8080/pilotstatus/webhook"
            })
    void anotherHostMayBeUnencryptedWhereTheAuthorSaysSo(String uri) {
        assertThat(context.getEndpoint("pilotstatus:" + uri + "&apiKey=a&allowInsecureHttp=true"))
                .isNotNull();
        assertThatThrownBy(() -> context.getEndpoint("pilotstatus:" + uri + "&apiKey=a"))
                .hasMessageContaining("must be https")
                .hasMessageContaining("allowInsecureHttp=true");
    }

    @Test
    void whoLeavesOutEncryptionIsWarned() throws Exception {
        PilotStatusComponent component = context.getComponent("pilotstatus", PilotStatusComponent.class);
        component.getConfiguration().setApiKey("ps_key");
        component.getConfiguration().setBaseUrl("http://simulator:8080/v1");
        component.getConfiguration().setAllowInsecureHttp(true);
        try (LogRecorder log = new LogRecorder(Level.WARN)) {
            RouteBuilder.addRoutes(context, route -> route.from("direct:a").to("pilotstatus:send"));
            assertThat(log.lines()).filteredOn(line -> line.contains(WARNING)).hasSize(1);
        }
    }

    @Test
    void aNameThatOnlyLooksLocalIsNotLocal() {
        assertThatThrownBy(() -> context.getEndpoint("pilotstatus:send?apiKey=a&baseUrl=http://127.0.0.1.example.com"))
                .hasMessageContaining("must be https");
    }

    @Test
    void anEndpointStartsFromTheOptionsOfTheComponentAndKeepsItsOwn() {
        PilotStatusComponent component = context.getComponent("pilotstatus", PilotStatusComponent.class);
        component.getConfiguration().setApiKey("shared");
        component.getConfiguration().setTotalTimeout(1);
        PilotStatusEndpoint own = context.getEndpoint("pilotstatus:send?totalTimeout=2s", PilotStatusEndpoint.class);
        assertThat(own.getConfiguration().getApiKey()).isEqualTo("shared");
        assertThat(own.getConfiguration().getTotalTimeout()).isEqualTo(2000);
        assertThat(component.getConfiguration().getTotalTimeout()).isEqualTo(1);
    }

    @Test
    void aProducerReceivesNothing() {
        assertThatThrownBy(() -> RouteBuilder.addRoutes(
                        context,
                        route -> route.from("pilotstatus:send?apiKey=a").to("mock:a")))
                .hasStackTraceContaining("pilotstatus:send makes a call; use it with to");
    }

    @Test
    void theConsumerSendsNothing() {
        assertThatThrownBy(() -> RouteBuilder.addRoutes(
                        context, route -> route.from("direct:a").to("pilotstatus:webhook?token=0123456789abcdef")))
                .hasStackTraceContaining("pilotstatus:webhook receives events; use it with from");
    }
}
