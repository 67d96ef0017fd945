/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.examples.main;

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
        main.configure().addConfiguration(BrokerConfiguration.class);
        main.configure().addRoutesBuilder(new OrderRoutes());
        main.configure().addRoutesBuilder(new MailRoutes());
        main.configure().addRoutesBuilder(new QueueRoutes());
        main.configure().addRoutesBuilder(new EventRoutes());
        main.configure().addRoutesBuilder(new ReplyRoutes());
        main.configure().addRoutesBuilder(new StatusRoutes());
        main.configure().addRoutesBuilder(new ErpRoutes());
        return main;
    }
}
