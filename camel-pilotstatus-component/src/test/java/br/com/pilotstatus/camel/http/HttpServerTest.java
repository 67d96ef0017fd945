/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.camel.component.jetty.JettyHttpEndpoint;
import org.apache.camel.component.jetty12.JettyHttpComponent12;
import org.apache.camel.component.netty.http.NettyHttpComponent;
import org.apache.camel.component.netty.http.NettyHttpMessage;
import org.apache.camel.component.platform.http.PlatformHttpComponent;
import org.apache.camel.component.platform.http.PlatformHttpEndpoint;
import org.apache.camel.component.platform.http.springboot.SpringBootPlatformHttpEngine;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpEngine;
import org.apache.camel.component.undertow.UndertowComponent;
import org.apache.camel.component.undertow.UndertowEndpoint;
import org.apache.camel.http.common.HttpMessage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The classes of servers that are known by their names only, as the versions that are tested call them. */
class HttpServerTest {

    static Stream<Arguments> parts() {
        return Stream.of(
                Arguments.of(HttpServer.PLATFORM_HTTP, PlatformHttpComponent.class),
                Arguments.of(HttpServer.PLATFORM_HTTP, PlatformHttpEndpoint.class),
                Arguments.of(HttpServer.VERTX, VertxPlatformHttpEngine.class),
                Arguments.of(HttpServer.VERTX, org.apache.camel.component.platform.http.vertx.HttpMessage.class),
                Arguments.of(HttpServer.SPRING_BOOT, SpringBootPlatformHttpEngine.class),
                Arguments.of(HttpServer.JETTY, JettyHttpComponent12.class),
                Arguments.of(HttpServer.JETTY, JettyHttpEndpoint.class),
                Arguments.of(HttpServer.NETTY, NettyHttpComponent.class),
                Arguments.of(HttpServer.NETTY, NettyHttpMessage.class),
                Arguments.of(HttpServer.UNDERTOW, UndertowComponent.class),
                Arguments.of(HttpServer.UNDERTOW, UndertowEndpoint.class),
                Arguments.of(HttpServer.SERVLET, HttpMessage.class));
    }

    @ParameterizedTest
    @MethodSource("parts")
    void aServerIsKnownByItsParts(HttpServer server, Class<?> part) {
        Set<HttpServer> known = EnumSet.noneOf(HttpServer.class);
        Arrays.stream(HttpServer.values())
                .filter(other -> other.names(part))
                // Its engines are parts of platform-http as well.
                .filter(other -> other != HttpServer.PLATFORM_HTTP || server == HttpServer.PLATFORM_HTTP)
                .forEach(known::add);

        assertThat(known).containsExactly(server);
    }
}
