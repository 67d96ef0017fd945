/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.examples.main.demo;

import br.com.pilotstatus.examples.main.erp.ErpServer;
import br.com.pilotstatus.examples.main.erp.OrderBook;
import br.com.pilotstatus.simulator.PilotStatusSimulator;
import br.com.pilotstatus.simulator.state.Provider;
import br.com.pilotstatus.simulator.state.SimulatedNumber;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * The systems around the application, real ones on free ports of this machine: Pilot Status (the simulator), an ERP, a
 * mail server and a broker.
 */
public final class Systems implements AutoCloseable {

    /** Of the key in the application's properties. */
    public static final String SEED = "pilotstatus";

    private final OrderBook orders = new OrderBook();
    private final ErpServer erp = new ErpServer(orders);
    private final MailServer mail = new MailServer();
    private final Broker broker = new Broker();
    private final PilotStatusSimulator pilotStatus;
    private final Path journal;

    /** @param tick how long a message takes from one status to the next */
    public Systems(Duration tick) {
        journal = temporaryDirectory();
        pilotStatus = PilotStatusSimulator.builder()
                .seed(SEED)
                .settings(s -> s.with(s.lifecycle().withDelays(tick, tick.multipliedBy(2), tick.multipliedBy(3))))
                .build();
    }

    private static Path temporaryDirectory() {
        try {
            return Files.createTempDirectory("whatsapp-bridge");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts all of them; what has started is stopped again when one cannot. */
    public Systems start() throws Exception {
        try {
            pilotStatus.start();
            erp.start(0);
            mail.start();
            broker.start();
            return this;
        } catch (Exception | Error e) {
            close();
            throw e;
        }
    }

    /** Properties that lead the application to these systems. */
    public Properties addresses() {
        Properties addresses = new Properties();
        addresses.put("camel.component.pilotstatus.base-url", pilotStatus.baseUrl());
        addresses.put("camel.component.pilotstatus.api-key", number().key().value());
        addresses.put("camel.server.host", "127.0.0.1");
        addresses.put("camel.server.port", "0");
        addresses.put("erp.url", erp.url());
        addresses.put("erp.retry-delay", "100");
        addresses.put("orders.period", "100ms");
        addresses.put("mail.protocol", "imap");
        addresses.put("mail.host", "127.0.0.1");
        addresses.put("mail.port", Integer.toString(mail.imapPort()));
        addresses.put("mail.username", MailServer.USER);
        addresses.put("mail.password", MailServer.PASSWORD);
        addresses.put("mail.period", "100ms");
        addresses.put("queue.broker-url", broker.url());
        addresses.put("journal.file", journal.resolve("journal").toString());
        addresses.put("camel.beans.untilAccepted.redeliveryDelay", "100");
        addresses.put("camel.beans.untilAccepted.maximumRedeliveryDelay", "400");
        return addresses;
    }

    /** The number that the messages come from: one of Meta, because documents are sent as bytes. */
    public SimulatedNumber number() {
        return pilotStatus.number(Provider.META);
    }

    public PilotStatusSimulator pilotStatus() {
        return pilotStatus;
    }

    public OrderBook orders() {
        return orders;
    }

    public ErpServer erp() {
        return erp;
    }

    public MailServer mail() {
        return mail;
    }

    public Broker broker() {
        return broker;
    }

    @Override
    public void close() throws Exception {
        try (erp;
                mail;
                broker;
                pilotStatus) {
            // Each is closed, whatever becomes of the others.
        }
        try (Stream<Path> files = Files.walk(journal)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
