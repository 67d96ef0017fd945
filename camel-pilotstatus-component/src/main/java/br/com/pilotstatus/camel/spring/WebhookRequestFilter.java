/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.spring;

import br.com.pilotstatus.camel.PilotStatusConfiguration;
import br.com.pilotstatus.camel.PilotStatusWebhookConsumer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.spi.RestConfiguration;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Bounds the requests to the paths of webhooks. Camel reads the whole body of a request into memory before any consumer
 * sees it, and parses forms; from behind this filter neither can cost more than the largest event.
 */
final class WebhookRequestFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private final transient ObjectProvider<CamelContext> camel;

    /** @param camel the contexts, which are not there yet when servers take their filters */
    WebhookRequestFilter(ObjectProvider<CamelContext> camel) {
        this.camel = camel;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Optional<PilotStatusConfiguration> webhook = webhook(path(request));
        if (webhook.isPresent()) {
            chain.doFilter(new BoundedRequest(request, webhook.get().getMaxPayloadSize()), response);
        } else {
            chain.doFilter(request, response);
        }
    }

    // As the server has decoded and normalized it, so that no other spelling of a path gets around.
    private static String path(HttpServletRequest request) {
        return request.getPathInfo() == null
                ? request.getServletPath()
                : request.getServletPath() + request.getPathInfo();
    }

    private Optional<PilotStatusConfiguration> webhook(String path) {
        return camel.stream().flatMap(context -> webhooks(context, path)).findFirst();
    }

    private static Stream<PilotStatusConfiguration> webhooks(CamelContext context, String path) {
        return context.getRoutes().stream()
                .map(Route::getConsumer)
                .filter(PilotStatusWebhookConsumer.class::isInstance)
                .map(consumer ->
                        ((PilotStatusWebhookConsumer) consumer).getEndpoint().getConfiguration())
                .filter(options -> path.equals(prefix(context.getRestConfiguration()) + options.getPath()));
    }

    private static String prefix(RestConfiguration rest) {
        String prefix =
                rest.getContextPath() == null ? "" : rest.getContextPath().replaceAll("^/+|/+$", "");
        return prefix.isEmpty() ? "" : "/" + prefix;
    }
}
