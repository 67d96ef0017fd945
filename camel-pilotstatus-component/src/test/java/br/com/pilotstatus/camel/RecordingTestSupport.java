/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel;

import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.AfterEach;

/** A context whose component speaks to a server that records. */
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
        return created;
    }

    @AfterEach
    void closeServer() {
        server.close();
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
