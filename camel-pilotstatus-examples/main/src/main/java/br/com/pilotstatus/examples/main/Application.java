/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.examples.main;

import java.util.List;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.main.Main;

/** The application: Camel Main and the routes. Where everything is, application.properties says. */
public final class Application {

    private Application() {}

    public static void main(String[] args) throws Exception {
        System.exit(create().run(args));
    }

    /** The application, not started. */
    public static Main create() {
        Main main = new Main();
        main.configure().addConfiguration(new BrokerConfiguration());
        routes().forEach(main.configure()::addRoutesBuilder);
        return main;
    }

    static List<RouteBuilder> routes() {
        return List.of(
                new OrderRoutes(),
                new MailRoutes(),
                new QueueRoutes(),
                new EventRoutes(),
                new ReplyRoutes(),
                new StatusRoutes(),
                new ErpRoutes());
    }
}
