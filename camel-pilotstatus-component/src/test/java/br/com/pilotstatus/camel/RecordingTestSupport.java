/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel;

import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.support.service.ServiceSupport;
import org.apache.camel.test.junit5.CamelTestSupport;

/** A context whose component speaks to a server that records, and that ends with the context. */
public abstract class RecordingTestSupport extends CamelTestSupport {

    public RecordingServer server;

    @Override
    protected CamelContext createCamelContext() throws Exception {
        server = new RecordingServer();
        CamelContext created = super.createCamelContext();
        PilotStatusComponent component = new PilotStatusComponent();
        component.getConfiguration().setBaseUrl(server.url());
        component.getConfiguration().setApiKey("ps_number");
        component.getConfiguration().setAccountKey("ps_account");
        created.addComponent("pilotstatus", component);
        created.addService(new ServiceSupport() {
            @Override
            protected void doStop() {
                server.close();
            }
        });
        return created;
    }

    public Exchange send(String uri, Object body, Map<String, Object> headers) {
        return template.request(uri, exchange -> {
            exchange.getMessage().setBody(body);
            exchange.getMessage().setHeaders(headers);
        });
    }

    public Exchange send(String uri, Object body) {
        return send(uri, body, Map.of());
    }
}
