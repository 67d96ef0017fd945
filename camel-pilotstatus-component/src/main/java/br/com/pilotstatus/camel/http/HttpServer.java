/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.http;

import java.util.Map;

/**
 * The HTTP servers of Camel that are treated each in its own way. Told by the names of their classes, since none of them needs
 * to be on the class path; the only place that knows these names.
 */
enum HttpServer {
    PLATFORM_HTTP("component.platform.http.", Map.of()),
    /** The engine of platform-http on Camel Main. */
    VERTX("component.platform.http.vertx.", Map.of()),
    /** That on Spring Boot, which decodes bodies into characters unless it streams. */
    SPRING_BOOT("component.platform.http.springboot.", Map.of("useStreaming", "true")),
    JETTY("component.jetty", Map.of("disableStreamCache", "true", "mapHttpMessageBody", "false")),
    NETTY("component.netty.http.", Map.of("bridgeEndpoint", "true")),
    UNDERTOW("component.undertow.", Map.of()),
    /** What servers on servlets have in common. */
    SERVLET("http.common.", Map.of());

    private final String classNames;
    private final Map<String, Object> rawBody;

    HttpServer(String classNames, Map<String, Object> rawBody) {
        this.classNames = "org.apache.camel." + classNames;
        this.rawBody = rawBody;
    }

    /** Whether something is a part of this server: its component, an endpoint, an engine, a message. */
    boolean has(Object part) {
        return part != null && names(part.getClass());
    }

    boolean names(Class<?> type) {
        return type.getName().startsWith(classNames);
    }

    /**
     * Options of a consumer by which the server hands over the exact bytes of a body as they arrive: neither read to their
     * end before they are bounded nor parsed as a form.
     */
    Map<String, Object> rawBody() {
        return rawBody;
    }

    /** The options by which the server of a part hands over raw bodies. */
    static Map<String, Object> rawBody(Object part) {
        for (HttpServer server : values()) {
            if (server.has(part)) {
                return server.rawBody;
            }
        }
        return Map.of();
    }
}
