/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.http;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.camel.CamelContext;
import org.apache.camel.Component;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.spi.RestConfiguration;
import org.apache.camel.spi.RestConsumerFactory;
import org.apache.camel.support.service.ServiceHelper;

/**
 * Finds the HTTP server that receives the events: the one named, the one of the rest configuration, platform-http, or
 * the only one there is. Fails with what to do when there is none that can serve the path.
 */
public final class HttpServerResolver {

    private static final String PLATFORM_HTTP = "platform-http";
    // Without a port they listen on one that the system or the scheme chooses, where no event ever arrives.
    private static final Set<String> NEED_PORT = Set.of("netty-http", "jetty", "undertow");

    private final CamelContext context;
    private final String httpServer;

    /** @param httpServer name of a component, or null to look for one */
    public HttpServerResolver(CamelContext context, String httpServer) {
        this.context = context;
        this.httpServer = httpServer;
    }

    /**
     * A path that is not served yet, whose requests go to the handler, those with a body through the gate.
     *
     * @param  name                  of the server, as {@link #name} tells it
     * @param  methods               of the requests, separated by commas
     * @throws IllegalStateException when that server cannot receive requests on the path; the text says what to do
     */
    public GatedPath gatedPath(String name, String methods, String path, Processor handler, RequestGate gate)
            throws Exception {
        return GatedPath.of(context, createConsumer(name, methods, path, handler), handler, gate);
    }

    Consumer createConsumer(String name, String methods, String path, Processor handler) throws Exception {
        RestConsumerFactory factory = factory(name);
        RestConfiguration rest = restConfiguration(name);
        PlatformHttp platform = HttpServer.PLATFORM_HTTP.has(factory) ? new PlatformHttp(context) : null;
        if (platform == null) {
            requirePort(name, rest);
        } else {
            platform.requireServer();
        }
        Map<String, Object> rawBody = platform == null ? HttpServer.rawBody(factory) : platform.rawBody();
        Consumer consumer =
                factory.createConsumer(context, handler, methods, path, null, null, null, rest, new HashMap<>(rawBody));
        if (platform != null) {
            PlatformHttpPaths.requirePlain(consumer);
            PlatformHttpPaths.requireFree(consumer);
        }
        return consumer;
    }

    /**
     * The name of the server.
     *
     * @throws IllegalStateException when there is none, or several and none is named
     */
    public String name() {
        if (httpServer != null) {
            return httpServer;
        }
        String rest = context.getRestConfiguration().getComponent();
        if (rest != null) {
            return rest;
        }
        if (component(PLATFORM_HTTP) != null) {
            return PLATFORM_HTTP;
        }
        Map<String, RestConsumerFactory> present = present();
        if (present.size() != 1) {
            throw new IllegalStateException(
                    present.isEmpty()
                            ? "There is no HTTP server to receive events. Add camel-platform-http-main (Camel Main),"
                                    + " camel-platform-http-starter (Spring Boot) or camel-quarkus-platform-http, or name"
                                    + " a component in the option httpServer"
                            : "There are several HTTP servers that can receive events; name one of " + present.keySet()
                                    + " in the option httpServer");
        }
        return present.keySet().iterator().next();
    }

    private Map<String, RestConsumerFactory> present() {
        Map<String, RestConsumerFactory> present =
                new TreeMap<>(context.getRegistry().findByTypeWithName(RestConsumerFactory.class));
        for (String name : context.getComponentNames()) {
            if (context.hasComponent(name) instanceof RestConsumerFactory factory) {
                present.put(name, factory);
            }
        }
        return present;
    }

    private Component component(String name) {
        try {
            Component component = context.getComponent(name);
            // Created by somebody else, it may not run yet, and platform-http has its engine only when it does.
            ServiceHelper.startService(component);
            return component;
        } catch (RuntimeException e) {
            throw new IllegalStateException(
                    "The HTTP server " + name
                            + " cannot be started; if it is platform-http, add camel-platform-http-main"
                            + " (Camel Main), camel-platform-http-starter (Spring Boot) or camel-quarkus-platform-http",
                    e);
        }
    }

    private RestConsumerFactory factory(String name) {
        Component component = component(name);
        if (component instanceof RestConsumerFactory factory) {
            return factory;
        }
        RestConsumerFactory bean = context.getRegistry().lookupByNameAndType(name, RestConsumerFactory.class);
        if (bean == null) {
            throw new IllegalStateException("The HTTP server " + name + " is no component that can receive requests;"
                    + " name another one in the option httpServer, such as platform-http");
        }
        return bean;
    }

    // The rest configuration belongs to its component; port, context path and options of another server mean nothing
    // here.
    private RestConfiguration restConfiguration(String name) {
        RestConfiguration rest = context.getRestConfiguration();
        return rest.getComponent() == null || rest.getComponent().equals(name) ? rest : new RestConfiguration();
    }

    private static void requirePort(String name, RestConfiguration rest) {
        if (NEED_PORT.contains(name) && rest.getPort() <= 0) {
            throw new IllegalStateException(
                    "The HTTP server " + name + " needs a port; set it in the rest configuration"
                            + " (camel.rest.component=" + name + " and camel.rest.port=8080)");
        }
    }
}
