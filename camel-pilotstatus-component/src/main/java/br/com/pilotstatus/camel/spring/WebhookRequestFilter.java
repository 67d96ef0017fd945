/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.spring;

import br.com.pilotstatus.camel.http.ServedPaths;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.OptionalInt;
import org.apache.camel.CamelContext;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Bounds the requests to the paths of webhooks. Camel reads the whole body of a request into memory before any consumer
 * sees it, and parses forms; from behind this filter neither can cost more than the largest event. Who logs the query there
 * logs names only.
 */
final class WebhookRequestFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final String LIMIT = WebhookRequestFilter.class.getName() + ".limit";

    private final transient ObjectProvider<CamelContext> camel;

    /** @param camel the contexts, which are not there yet when servers take their filters */
    WebhookRequestFilter(ObjectProvider<CamelContext> camel) {
        this.camel = camel;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        OptionalInt limit =
                request.getAttribute(LIMIT) instanceof Integer known ? OptionalInt.of(known) : limit(path(request));
        if (limit.isPresent()) {
            // For the page about an error, which gets the request without what wraps it, on a path of its own.
            request.setAttribute(LIMIT, limit.getAsInt());
            chain.doFilter(new BoundedRequest(request, limit.getAsInt()), response);
        } else {
            chain.doFilter(request, response);
        }
    }

    // Below the prefix of the servlet, as Spring matches it, and decoded and normalized by the server, so that no other
    // spelling of a path gets around.
    private static String path(HttpServletRequest request) {
        return request.getPathInfo() == null ? request.getServletPath() : request.getPathInfo();
    }

    private OptionalInt limit(String path) {
        return camel.stream()
                .map(context -> ServedPaths.of(context).limit(path))
                .filter(OptionalInt::isPresent)
                .findFirst()
                .orElseGet(OptionalInt::empty);
    }
}
