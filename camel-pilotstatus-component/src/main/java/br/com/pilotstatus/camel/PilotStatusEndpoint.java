/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel;

import org.apache.camel.AsyncEndpoint;
import org.apache.camel.Category;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.spi.EndpointServiceLocation;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriPath;
import org.apache.camel.support.DefaultEndpoint;

/**
 * Send WhatsApp messages through Pilot Status, and receive delivery events and inbound messages.
 */
@UriEndpoint(
        firstVersion = "0.1.0",
        scheme = PilotStatusConstants.SCHEME,
        title = "Pilot Status",
        syntax = "pilotstatus:operation",
        category = {Category.CHAT, Category.MESSAGING, Category.SAAS},
        headersClass = PilotStatusConstants.class)
public class PilotStatusEndpoint extends DefaultEndpoint implements AsyncEndpoint, EndpointServiceLocation {

    @UriPath(
            description =
                    "What to do: `send`, `status`, `cancel`, or another call of the API; `webhook` to receive events.")
    @Metadata(required = true)
    private final String operation;

    @UriParam
    private final PilotStatusConfiguration configuration;

    @UriParam
    private final PilotStatusSendConfiguration send = new PilotStatusSendConfiguration();

    @UriParam
    private final PilotStatusCallConfiguration call = new PilotStatusCallConfiguration();

    public PilotStatusEndpoint(
            String uri, PilotStatusComponent component, String operation, PilotStatusConfiguration configuration) {
        super(uri, component);
        this.operation = operation;
        this.configuration = configuration;
    }

    @Override
    public Producer createProducer() throws Exception {
        throw new UnsupportedOperationException();
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        Consumer consumer = new PilotStatusWebhookConsumer(this, processor);
        configureConsumer(consumer);
        return consumer;
    }

    @Override
    public String getServiceUrl() {
        return configuration.getBaseUrl();
    }

    @Override
    public String getServiceProtocol() {
        return "https";
    }

    public String getOperation() {
        return operation;
    }

    public PilotStatusConfiguration getConfiguration() {
        return configuration;
    }

    public PilotStatusSendConfiguration getSend() {
        return send;
    }

    public PilotStatusCallConfiguration getCall() {
        return call;
    }
}
