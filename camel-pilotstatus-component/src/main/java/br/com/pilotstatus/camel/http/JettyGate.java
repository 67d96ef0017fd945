/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.http;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.Consumer;
import org.apache.camel.Service;
import org.apache.camel.component.jetty.JettyHttpEndpoint;

/**
 * The gate of a path on Jetty: a filter, since Jetty would write what looks like several parts to disk before a consumer is
 * asked. Jetty keeps filters as long as the server lives, so this one lets all pass once its path is given up.
 */
final class JettyGate extends HttpFilter implements Service {

    private static final long serialVersionUID = 1L;

    private final transient RequestGate gate;
    private volatile boolean open;

    private JettyGate(RequestGate gate) {
        this.gate = gate;
    }

    /** @param consumer one of Jetty that is not started yet */
    static Service before(Consumer consumer, RequestGate gate) {
        JettyGate filter = new JettyGate(gate);
        JettyHttpEndpoint endpoint = (JettyHttpEndpoint) consumer.getEndpoint();
        List<Filter> filters = new ArrayList<>();
        if (endpoint.getFilters() != null) {
            filters.addAll(endpoint.getFilters());
        }
        // The last of them: those of the application are asked before the body is read.
        filters.add(filter);
        endpoint.setFilters(filters);
        return filter;
    }

    /** Filters and services both have this; here there is nothing to do. */
    @Override
    public void init() {}

    @Override
    public void start() {
        open = true;
    }

    @Override
    public void stop() {
        open = false;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        byte[] body = ServletGate.body(request);
        HttpServletResponse pageless = new PagelessResponse(response);
        if (!open || !"POST".equals(request.getMethod())) {
            chain.doFilter(request, pageless);
        } else if (body != null) {
            chain.doFilter(new Resumed(request, body), pageless);
        } else if (!ServletGate.refuses(gate, request, response)) {
            ServletGate.readBody(gate, request, response);
        }
    }

    /** Looks like one that has just come, which Camel's servlet treats differently from one that it has dispatched itself. */
    private static final class Resumed extends ReadRequest {

        Resumed(HttpServletRequest request, byte[] body) {
            super(request, body);
        }

        @Override
        public DispatcherType getDispatcherType() {
            return DispatcherType.REQUEST;
        }
    }
}
