/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.control;

import br.com.pilotstatus.simulator.http.ApiAnswer;
import br.com.pilotstatus.simulator.http.ApiException;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Set;

/**
 * Lets only programs on this machine use the simulator, and no web page: a browser names the page in {@code Origin}, and the
 * name it was led here by in {@code Host}. A page of another port of this machine is another page, too.
 */
public final class LocalGuard implements Handler<RoutingContext> {

    private static final Set<String> LOCAL_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

    private static final ApiAnswer REFUSAL = new ApiException(
                    403,
                    "LOCAL_ONLY",
                    "The simulator is for programs on this machine only; --allow-remote-control lets others in")
            .answer();

    @Override
    public void handle(RoutingContext context) {
        if (isLocal(context.request())) {
            context.next();
        } else {
            REFUSAL.sendTo(context.response());
        }
    }

    private static boolean isLocal(HttpServerRequest request) {
        HostAndPort own = request.authority();
        String origin = request.getHeader("origin");
        return isLoopback(request.remoteAddress())
                && own != null
                && LOCAL_NAMES.contains(own.host())
                && (origin == null || origin.equals("http://" + own));
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
