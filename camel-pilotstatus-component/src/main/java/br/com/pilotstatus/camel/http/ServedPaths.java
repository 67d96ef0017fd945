/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.http;

import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.CamelContext;
import org.apache.camel.Consumer;
import org.apache.camel.ExtendedCamelContext;

/**
 * The paths of platform-http that receive events in a context, or did before their route ended: some engines keep on
 * serving those. Safe for concurrent use.
 */
public final class ServedPaths {

    private final Map<String, Integer> limits = new ConcurrentHashMap<>();

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
    public void add(Consumer server, int limit) {
        if (PlatformHttp.serves(server)) {
            limits.put(PlatformHttpPaths.of(server), limit);
        }
    }

    /** The size in bytes of the largest body of an event; empty for a path that never received events. */
    public OptionalInt limit(String path) {
        Integer limit = limits.get(path);
        return limit == null ? OptionalInt.empty() : OptionalInt.of(limit);
    }
}
