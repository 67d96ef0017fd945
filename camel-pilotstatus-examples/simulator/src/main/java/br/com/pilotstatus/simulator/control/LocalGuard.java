/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.control;

import br.com.pilotstatus.simulator.api.ApiException;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Set;

/**
 * Lets only programs on this machine use the control API, and no web page: a browser names the page in {@code Origin},
 * and the name it was led here by in {@code Host}.
 */
final class LocalGuard implements Handler<RoutingContext> {

    private static final Set<String> LOCAL_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

    @Override
    public void handle(RoutingContext context) {
        if (isLocal(context.request())) {
            context.next();
        } else {
            context.response()
                    .setStatusCode(403)
                    .putHeader("content-type", "application/json")
                    .end(ApiException.error("The control API is for this machine only", "LOCAL_ONLY")
                            .toString());
        }
    }

    private static boolean isLocal(HttpServerRequest request) {
        String origin = request.getHeader("origin");
        return isLoopback(request.remoteAddress())
                && request.authority() != null
                && LOCAL_NAMES.contains(request.authority().host())
                && (origin == null || LOCAL_NAMES.contains(hostOf(origin)));
    }

    private static String hostOf(String origin) {
        try {
            String host = URI.create(origin).getHost();
            return host == null ? "" : host;
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static boolean isLoopback(SocketAddress address) {
        try {
            // A literal address, so nothing is looked up.
            return InetAddress.getByName(address.hostAddress()).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
