/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.servers;

import br.com.pilotstatus.camel.spring.BootTestApplication;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** Spring Boot with camel-platform-http-starter and spring-boot-starter-web, whose server is Tomcat. */
final class BootServer implements WebhookServer {

    private final String[] arguments;
    private final List<Consumer<GenericApplicationContext>> customizers = new ArrayList<>();
    private ServletWebServerApplicationContext application;

    /** @param arguments of the command line, besides those that every test needs */
    BootServer(String... arguments) {
        this.arguments = arguments.clone();
    }

    /** Adds a bean of the application. */
    <T> BootServer with(String name, Class<T> type, Supplier<T> bean) {
        customizers.add(context -> context.registerBean(name, type, bean));
        return this;
    }

    @BootTestApplication
    static class Application {}

    @Override
    public void start(RouteBuilder routes) {
        SpringApplication boot = new SpringApplication(Application.class);
        boot.setRegisterShutdownHook(false);
        with("routes", RouteBuilder.class, () -> routes);
        boot.addInitializers(
                context -> customizers.forEach(customizer -> customizer.accept((GenericApplicationContext) context)));
        Stream<String> usual = Stream.of(
                "--server.address=127.0.0.1",
                "--server.port=0",
                "--spring.main.banner-mode=off",
                "--camel.main.jmx-enabled=false",
                "--camel.main.shutdown-timeout=20");
        application = (ServletWebServerApplicationContext)
                boot.run(Stream.concat(usual, Stream.of(arguments)).toArray(String[]::new));
    }

    @Override
    public CamelContext context() {
        return application.getBean(CamelContext.class);
    }

    ApplicationContext application() {
        return application;
    }

    @Override
    public int port() {
        return application.getWebServer().getPort();
    }

    @Override
    public String otherConsumer(String path) {
        return "platform-http:" + path;
    }

    @Override
    public void close() {
        if (application != null) {
            application.close();
        }
    }
}
