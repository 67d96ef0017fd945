/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.examples.main.demo;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the application once through all its stories, on this machine alone, and tells what happened. Ends with 0 only if
 * everything really happened.
 */
public final class Demo {

    private static final Duration TICK = Duration.ofMillis(350);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Transcript transcript;
    private final Duration tick;
    private final Duration patience;
    private final Properties changes;

    /**
     * @param tick     how long a message takes from one status to the next
     * @param patience how long to wait for each thing that has to happen
     * @param changes  properties of the application that differ from the usual ones
     */
    Demo(Transcript transcript, Duration tick, Duration patience, Properties changes) {
        this.transcript = transcript;
        this.tick = tick;
        this.patience = patience;
        this.changes = changes;
    }

    // Later JDKs have a console though nobody sees it; then NO_COLOR tells.
    @SuppressWarnings("SystemConsoleNull")
    public static void main(String[] args) throws Exception {
        if (System.getProperty("log4j2.configurationFile") == null) {
            System.setProperty("log4j2.configurationFile", "log4j2-demo.properties");
        }
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        boolean colored = System.console() != null && System.getenv("NO_COLOR") == null;
        Transcript transcript = new Transcript(out, colored);
        Demo demo = new Demo(transcript, TICK, PATIENCE, new Properties());
        System.exit(demo.run(Boolean.getBoolean("demo.keep")));
    }

    /** Plays the stories; returns the exit code. With <code>keep</code> it returns only when it is interrupted. */
    int run(boolean keep) {
        transcript.title("ERP, e-mail and queue to WhatsApp and back, on this machine alone");
        try (Systems systems = new Systems(tick).start();
                RunningApplication application = RunningApplication.start(addresses(systems))) {
            systems.pilotStatus().webhooks().create(systems.number().id(), application.webhookUrl(), "*");
            new Stories(systems, transcript, patience).play();
            if (keep) {
                keepUp(systems, application);
            }
            return 0;
        } catch (DidNotHappenException e) {
            transcript.failure(e.getMessage());
            return 1;
        } catch (Exception e) {
            logger().error("The demo broke down", e);
            transcript.failure(e.toString());
            return 2;
        }
    }

    private Properties addresses(Systems systems) {
        Properties addresses = systems.addresses();
        addresses.putAll(changes);
        return addresses;
    }

    private void keepUp(Systems systems, RunningApplication application) throws InterruptedException {
        transcript.title("Everything stays up until you press Ctrl-C");
        transcript.note("  Pilot Status, simulated   " + systems.pilotStatus().baseUrl());
        transcript.note("  its control API           " + systems.pilotStatus().origin() + "/_sim");
        transcript.note("  ERP                       " + systems.erp().url());
        transcript.note("  mailbox                   imap://" + MailServer.USER + ":" + MailServer.PASSWORD
                + "@127.0.0.1:" + systems.mail().imapPort());
        transcript.note("  mails to it               smtp://127.0.0.1:"
                + systems.mail().smtpPort() + ", to " + MailServer.ADDRESS);
        transcript.note("  broker                    " + systems.broker().url());
        transcript.note("  webhook                   " + application.webhookUrl());
        new CountDownLatch(1).await();
    }

    // Not a constant: the first logger reads the configuration that main chooses.
    private static Logger logger() {
        return LoggerFactory.getLogger(Demo.class);
    }
}
