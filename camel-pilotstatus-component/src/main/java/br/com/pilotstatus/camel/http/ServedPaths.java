/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.http;

import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.CamelContext;
import org.apache.camel.Consumer;
import org.apache.camel.ExtendedCamelContext;

/**
 * The paths of platform-http that receive events in a context, or did before their route ended and nobody else took
 * them: some engines keep on serving those. Safe for concurrent use.
 */
public final class ServedPaths {

    private final Map<String, Served> paths = new ConcurrentHashMap<>();
    private boolean listening;

    private record Served(Consumer server, int limit) {}

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

    /**
     * Adds the path of a consumer, unless another component than platform-http serves it.
     *
     * @param server as {@link HttpServerResolver} made it
     * @param limit  the size in bytes of the largest body of an event
     */
    public synchronized void add(Consumer server, int limit) {
        if (PlatformHttp.serves(server)) {
            if (!listening) {
                PlatformHttpPaths.listen(server, this::taken);
                listening = true;
            }
            paths.put(PlatformHttpPaths.of(server), new Served(server, limit));
        }
    }

    // Somebody else may take over a path, with bodies of any size.
    private void taken(String path, Consumer engine) {
        paths.computeIfPresent(
                path, (any, served) -> PlatformHttpPaths.isServedBy(served.server, engine) ? served : null);
    }

    /** The size in bytes of the largest body of an event; empty for a path that never received events. */
    public OptionalInt limit(String path) {
        Served served = paths.get(path);
        return served == null ? OptionalInt.empty() : OptionalInt.of(served.limit);
    }
}
