/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.http;

import org.apache.camel.CamelContext;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.Processor;
import org.apache.camel.Service;
import org.apache.camel.support.service.ServiceHelper;

/** One path of an HTTP server, served with the gate before it that this server allows. */
public final class GatedPath {

    private final Consumer consumer;
    private final Service gate;

    private GatedPath(Consumer consumer, Service gate) {
        this.consumer = consumer;
        this.gate = gate;
    }

    /** @param consumer that of the server, not started yet, which hands requests to the handler */
    static GatedPath of(CamelContext context, Consumer consumer, Processor handler, RequestGate gate) {
        Endpoint endpoint = consumer.getEndpoint();
        if (HttpServer.PLATFORM_HTTP.has(endpoint)) {
            return new GatedPath(consumer, new PlatformHttp(context).gate(consumer, gate));
        }
        if (HttpServer.JETTY.has(endpoint)) {
            return new GatedPath(consumer, JettyGate.before(consumer, gate));
        }
        if (HttpServer.UNDERTOW.has(endpoint)) {
            return new GatedPath(UndertowGate.insteadOf(consumer, handler, gate), null);
        }
        // Netty reads bodies, within its own limit, while no thread waits; and nobody can stand before others.
        return new GatedPath(consumer, null);
    }

    /** Serves the path, once requests to it are bounded. */
    public void start() {
        ServiceHelper.startService(gate, consumer);
    }

    /** Gives the path up, as far as the server does. */
    public void stop() {
        ServiceHelper.stopAndShutdownService(consumer);
        ServiceHelper.stopService(gate);
    }
}
