/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.examples.orders;

import br.com.pilotstatus.simulator.PilotStatusSimulator;
import java.util.concurrent.CountDownLatch;
import org.awaitility.core.ConditionTimeoutException;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Runs the application once with everything that it needs inside, and tells what happened. Ends with 0 only if the ledger of
 * Pilot Status and the answers of the service say that it did.
 */
public final class Demo {

    private Demo() {}

    public static void main(String[] args) {
        System.exit(run(Boolean.getBoolean("demo.keep")));
    }

    private static int run(boolean keep) {
        DemoStories.title("Orders become WhatsApp messages, on this machine alone");
        try (ConfigurableApplicationContext application = SpringApplication.from(Application::main)
                .with(Surroundings.class)
                .run("--spring.profiles.active=embedded", "--logging.level.root=OFF")
                .getApplicationContext()) {
            int port = application.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
            PilotStatusSimulator pilotStatus = application.getBean(PilotStatusSimulator.class);
            new DemoStories(new Shop(port), pilotStatus).play();
            if (keep) {
                DemoStories.title("Everything stays up until you press Ctrl-C");
                DemoStories.line(
                        "the order service   http://127.0.0.1:" + port + "/orders, as shop with password shop");
                DemoStories.line("Pilot Status        " + pilotStatus.origin() + "/_sim");
                new CountDownLatch(1).await();
            }
            return 0;
        } catch (ConditionTimeoutException | AssertionError e) {
            DemoStories.title("It did not all happen: " + e.getMessage());
            return 1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }
}
