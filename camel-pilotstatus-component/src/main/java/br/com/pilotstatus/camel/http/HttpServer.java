/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.http;

import java.util.Arrays;
import java.util.Map;

/**
 * The HTTP servers of Camel that are treated each in its own way. Told by the names of their classes, since none of them needs
 * to be on the class path; the only place that knows these names.
 */
enum HttpServer {
    PLATFORM_HTTP("component.platform.http."),
    /** The engine of platform-http on Camel Main. */
    VERTX("component.platform.http.vertx."),
    /** That on Spring Boot. */
    SPRING_BOOT("component.platform.http.springboot."),
    JETTY("component.jetty"),
    NETTY("component.netty.http."),
    UNDERTOW("component.undertow."),
    /** What servers on servlets have in common. */
    SERVLET("http.common.");

    /** Header in which servers on servlets hand over the request of an exchange. */
    static final String SERVLET_REQUEST = "CamelHttpServletRequest";

    private final String classNames;

    HttpServer(String classNames) {
        this.classNames = "org.apache.camel." + classNames;
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
        return switch (this) {
            // It decodes bodies into characters unless it streams.
            case SPRING_BOOT -> Map.of("useStreaming", "true");
            case JETTY -> Map.of("disableStreamCache", "true", "mapHttpMessageBody", "false");
            case NETTY -> Map.of("bridgeEndpoint", "true");
            default -> Map.of();
        };
    }

    /** The options by which the server of a part hands over raw bodies. */
    static Map<String, Object> rawBody(Object part) {
        return Arrays.stream(values())
                .filter(server -> server.has(part))
                .findFirst()
                .map(server -> server.rawBody())
                .orElse(Map.of());
    }
}
