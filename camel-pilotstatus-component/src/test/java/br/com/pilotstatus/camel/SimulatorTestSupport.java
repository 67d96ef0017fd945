/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel;

import br.com.pilotstatus.simulator.PilotStatusSimulator;
import br.com.pilotstatus.simulator.PilotStatusSimulatorExtension;
import br.com.pilotstatus.simulator.state.LedgerEntry;
import java.time.Duration;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A context whose component speaks to a simulator over a real socket. */
public abstract class SimulatorTestSupport extends CamelTestSupport {

    public static final String PHONE = "+5511988887777";
    public static final Duration SOON = Duration.ofSeconds(10);

    @RegisterExtension
    static final PilotStatusSimulatorExtension EXTENSION = new PilotStatusSimulatorExtension();

    public static PilotStatusSimulator simulator() {
        return EXTENSION.simulator();
    }

    @Override
    public CamelContext createCamelContext() throws Exception {
        CamelContext created = super.createCamelContext();
        PilotStatusComponent component = new PilotStatusComponent();
        component.getConfiguration().setBaseUrl(simulator().baseUrl());
        component.getConfiguration().setApiKey(simulator().apiKey());
        configure(component.getConfiguration());
        created.addComponent("pilotstatus", component);
        return created;
    }

    /** For options that a test sets on the component. */
    public void configure(PilotStatusConfiguration configuration) {}

    /** Sends an exchange to an endpoint; its exception stays on it. */
    public Exchange send(String uri, Object body, Map<String, Object> headers) {
        return template.request(uri, exchange -> {
            exchange.getMessage().setBody(body);
            exchange.getMessage().setHeaders(headers);
        });
    }

    public Exchange send(String uri, Object body) {
        return send(uri, body, Map.of());
    }

    public static LedgerEntry onlySend() {
        if (simulator().ledger().count() != 1) {
            throw new AssertionError("Not one send: " + simulator().ledger().entries());
        }
        return simulator().ledger().entries().get(0);
    }
}
