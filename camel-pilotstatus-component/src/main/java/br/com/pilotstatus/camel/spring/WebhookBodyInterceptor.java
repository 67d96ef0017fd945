/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.spring;

import br.com.pilotstatus.camel.http.RequestGate;
import br.com.pilotstatus.camel.http.ServletGate;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Reads the body of a delivery, once all filters of the application have let the request through, and before Camel's engine
 * takes one of the few threads of the application's executor for it. No thread waits for a slow sender.
 */
final class WebhookBodyInterceptor implements HandlerInterceptor {

    /** False while the body is read; the request comes again with it. */
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        RequestGate gate = WebhookRequestFilter.gate(request);
        boolean goesOn = gate == null
                || ServletGate.body(request) != null
                || !"POST".equals(request.getMethod())
                // A filter of the application does not allow for it: the body is read as Camel does, within the bounds.
                || !request.isAsyncSupported();
        if (!goesOn) {
            ServletGate.readBody(gate, request, response);
        }
        return goesOn;
    }
}
