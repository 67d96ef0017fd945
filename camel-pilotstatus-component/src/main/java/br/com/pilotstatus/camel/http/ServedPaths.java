/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.http;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.CamelContext;
import org.apache.camel.Consumer;
import org.apache.camel.ExtendedCamelContext;
import org.apache.camel.Service;

/**
 * The paths of platform-http that receive events in a context, or did before their route ended and nobody else took
 * them: some engines keep on serving those. Safe for concurrent use.
 */
public final class ServedPaths {

    private final Map<String, Served> paths = new ConcurrentHashMap<>();
    private boolean listening;

    private record Served(Consumer server, RequestGate gate) {}

    private ServedPaths() {}

    /** Those of a context, which keeps them as long as it lives. */
    public static ServedPaths of(CamelContext context) {
        ServedPaths paths = context.getCamelContextExtension().getContextPlugin(ServedPaths.class);
        return paths == null ? create(context) : paths;
    }

    private static synchronized ServedPaths create(CamelContext context) {
        ExtendedCamelContext plugins = context.getCamelContextExtension();
        if (!plugins.isContextPluginInUse(ServedPaths.class)) {
            plugins.addContextPlugin(ServedPaths.class, new ServedPaths());
        }
        return plugins.getContextPlugin(ServedPaths.class);
    }

    /** What adds the path of a consumer of platform-http. */
    Service service(Consumer server, RequestGate gate) {
        return new Service() {
            @Override
            public void start() {
                add(server, gate);
            }

            @Override
            public void stop() {
                // The engine may keep on serving it.
            }
        };
    }

    private synchronized void add(Consumer server, RequestGate gate) {
        if (!listening) {
            PlatformHttpPaths.listen(server, this::taken);
            listening = true;
        }
        paths.put(PlatformHttpPaths.of(server), new Served(server, gate));
    }

    // Somebody else may take over a path, with bodies of any size.
    private void taken(String path, Consumer engine) {
        paths.computeIfPresent(
                path, (any, served) -> PlatformHttpPaths.isServedBy(served.server, engine) ? served : null);
    }

    /** The gate of a path; empty for a path that never received events. */
    public Optional<RequestGate> gate(String path) {
        return Optional.ofNullable(paths.get(path)).map(Served::gate);
    }
}
