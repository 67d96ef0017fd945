/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.spring;

import br.com.pilotstatus.camel.http.ReadRequest;
import br.com.pilotstatus.camel.http.RequestGate;
import br.com.pilotstatus.camel.http.ServedPaths;
import br.com.pilotstatus.camel.http.ServletGate;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Stands before the paths of webhooks: what can be turned away by its head is, and all others are bounded. Camel would
 * inflate and read a body of any size before any consumer sees it, and parse forms. Who logs the query behind this filter
 * logs names only.
 */
final class WebhookRequestFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final String GATE = WebhookRequestFilter.class.getName() + ".gate";

    private final transient ObjectProvider<CamelContext> camel;

    /** @param camel the contexts, which are not there yet when servers take their filters */
    WebhookRequestFilter(ObjectProvider<CamelContext> camel) {
        this.camel = camel;
    }

    /** The gate that a request has come through; null for one that is no delivery. */
    static RequestGate gate(ServletRequest request) {
        return (RequestGate) request.getAttribute(GATE);
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        // The page about an error gets the request without what wraps it, on a path of its own; and so does the second
        // dispatch, which comes with the body.
        RequestGate known = gate(request);
        RequestGate gate = known == null ? find(path(request)).orElse(null) : known;
        if (gate == null) {
            chain.doFilter(request, response);
            return;
        }
        request.setAttribute(GATE, gate);
        ServletGate.keepHead(request);
        // Spring answers other methods, without reading a body.
        boolean judged = known != null || !"POST".equals(request.getMethod());
        if (judged || !ServletGate.refuses(gate, request, response)) {
            chain.doFilter(bounded(request, gate), response);
        }
    }

    private static HttpServletRequest bounded(HttpServletRequest request, RequestGate gate) {
        byte[] body = ServletGate.body(request);
        return new BoundedRequest(
                body == null ? request : new ReadRequest(request, body), gate.maxBodySize(), gate.bodyTimeout());
    }

    // Below the prefix of the servlet, as Spring matches it, and decoded and normalized by the server, so that no other
    // spelling of a path gets around.
    private static String path(HttpServletRequest request) {
        return request.getPathInfo() == null ? request.getServletPath() : request.getPathInfo();
    }

    private Optional<RequestGate> find(String path) {
        return camel.stream()
                .flatMap(context -> ServedPaths.of(context).gate(path).stream())
                .findFirst();
    }
}
