/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.impl.engine.DefaultEndpointServiceRegistry;
import org.apache.camel.spi.EndpointServiceLocation;
import org.apache.camel.spi.EndpointServiceRegistry.EndpointService;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where an endpoint says that its service is, to Camel's list of services. */
class ServiceLocationTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            send                                                                           | https://pilotstatus.com.br/v1 | rest
            poll                                                                           | https://pilotstatus.com.br/v1 | rest
            webhook                                                                        | /pilotstatus/webhook          | http
            webhook?path=/hook                                                             | /hook                         | http
            webhook?path=/hook&autoRegister=true&events=*&publicUrl=https://a.example/hook | https://a.example/hook        | http
            journal-list                                                                   |                               | rest
            """)
    void itIsWhereCallsGoOrEventsCome(String uri, String address, String protocol) throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            PilotStatusComponent component = new PilotStatusComponent();
            component.getConfiguration().setApiKey("ps_key");
            component.getConfiguration().setToken("0123456789abcdef");
            context.addComponent("pilotstatus", component);
            context.start();
            EndpointServiceLocation endpoint = context.getEndpoint("pilotstatus:" + uri, PilotStatusEndpoint.class);
            assertThat(endpoint.getServiceUrl()).isEqualTo(address);
            assertThat(endpoint.getServiceProtocol()).isEqualTo(protocol);
            assertThat(new DefaultEndpointServiceRegistry(context).listAllEndpointServices())
                    .extracting(EndpointService::getServiceUrl)
                    .containsExactlyElementsOf(address == null ? List.of() : List.of(address));
        }
    }
}
