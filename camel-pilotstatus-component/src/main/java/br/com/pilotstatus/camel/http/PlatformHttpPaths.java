/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.http;

import java.util.Arrays;
import java.util.function.BiConsumer;
import org.apache.camel.Consumer;
import org.apache.camel.component.platform.http.DefaultPlatformHttpConsumer;
import org.apache.camel.component.platform.http.HttpEndpointModel;
import org.apache.camel.component.platform.http.PlatformHttpComponent;
import org.apache.camel.component.platform.http.PlatformHttpEndpoint;
import org.apache.camel.component.platform.http.PlatformHttpListener;
import org.apache.camel.util.FileUtil;

/**
 * Tells which path a consumer of platform-http serves, and whether it is still free, since the first of two consumers would
 * silently get it all.
 */
final class PlatformHttpPaths {

    private PlatformHttpPaths() {}

    /** The path as it is matched, below what the server puts before all of them. */
    static String of(Consumer consumer) {
        return withSlash(((PlatformHttpEndpoint) consumer.getEndpoint()).getPath());
    }

    /** Fails when the context path before the path makes it more than a literal. */
    static void requirePlain(Consumer consumer) {
        if (!HttpPath.isPlain(of(consumer))) {
            throw new IllegalStateException(
                    "The context path of the rest configuration (camel.rest.context-path) must hold " + HttpPath.RULE);
        }
    }

    /** @param consumer a consumer of platform-http that is not started yet */
    static void requireFree(Consumer consumer) {
        PlatformHttpComponent component = ((PlatformHttpEndpoint) consumer.getEndpoint()).getComponent();
        String path = of(consumer);
        for (HttpEndpointModel taken : component.getHttpEndpoints()) {
            if (path.equals(withSlash(taken.getUri())) && takesPost(taken.getVerbs())) {
                throw new IllegalStateException("The path " + path
                        + " is already taken by another consumer of platform-http; give each its own option path");
            }
        }
    }

    /** Tells of each path that is taken for POST from now on, and of the consumer of the engine that takes it. */
    static void listen(Consumer consumer, BiConsumer<String, Consumer> taken) {
        ((PlatformHttpEndpoint) consumer.getEndpoint())
                .getComponent()
                .addPlatformHttpListener(new PlatformHttpListener() {
                    @Override
                    public void registerHttpEndpoint(HttpEndpointModel model) {
                        if (takesPost(model.getVerbs())) {
                            taken.accept(withSlash(model.getUri()), model.getConsumer());
                        }
                    }

                    @Override
                    public void unregisterHttpEndpoint(HttpEndpointModel model) {
                        // The engine may keep on serving it.
                    }
                });
    }

    /** Whether the engine serves a consumer by that one of its own. */
    static boolean isServedBy(Consumer consumer, Consumer engine) {
        return ((DefaultPlatformHttpConsumer) consumer).getPlatformHttpConsumer() == engine;
    }

    private static String withSlash(String path) {
        return "/" + FileUtil.stripLeadingSeparator(path);
    }

    private static boolean takesPost(String verbs) {
        return verbs == null || Arrays.asList(verbs.split(",", -1)).contains("POST");
    }
}
