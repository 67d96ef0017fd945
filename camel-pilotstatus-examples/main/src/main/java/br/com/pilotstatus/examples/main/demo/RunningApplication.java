/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.examples.main.demo;

import br.com.pilotstatus.examples.main.Application;
import java.util.Properties;
import org.apache.camel.CamelContext;
import org.apache.camel.component.platform.http.PlatformHttpComponent;
import org.apache.camel.main.Main;
import org.apache.camel.main.SimpleMainShutdownStrategy;

/** The application as anybody would start it, in front of the systems whose addresses it is given. */
public final class RunningApplication implements AutoCloseable {

    private final Main main = Application.create();

    private RunningApplication(Properties properties) {
        main.setOverrideProperties(properties);
        // Ctrl-C need not wait for a graceful stop: all that the demo has is in memory.
        main.setShutdownStrategy(new SimpleMainShutdownStrategy());
    }

    /** Starts the application; the properties go before those of its file. */
    public static RunningApplication start(Properties properties) {
        RunningApplication application = new RunningApplication(properties);
        application.main.start();
        return application;
    }

    /** Where Pilot Status is to call, token included. */
    public String webhookUrl() {
        CamelContext context = main.getCamelContext();
        int port = context.getComponent("platform-http", PlatformHttpComponent.class)
                .getEngine()
                .getServerPort();
        return "http://127.0.0.1:" + port
                + context.resolvePropertyPlaceholders("{{webhook.path}}?token={{camel.component.pilotstatus.token}}");
    }

    @Override
    public void close() {
        main.stop();
    }
}
