/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.examples.main.demo;

import jakarta.jms.JMSContext;
import jakarta.jms.Message;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/** A real JMS broker in memory, on a free port of the loopback address. */
public final class Broker implements AutoCloseable {

    /** Where the broker puts what expired or was rolled back too often; the application puts its own dead letters there. */
    static final String DEAD_LETTERS = "whatsapp.dead-letter";

    private static final long PATIENCE_MILLIS = 10_000;
    private static final String ACCEPTOR = "demo";

    private final EmbeddedActiveMQ server = new EmbeddedActiveMQ();

    public Broker start() throws Exception {
        server.setConfiguration(new ConfigurationImpl()
                .setPersistenceEnabled(false)
                .setSecurityEnabled(false)
                .setJMXManagementEnabled(false)
                .addAddressSetting(
                        "#",
                        new AddressSettings()
                                .setDeadLetterAddress(SimpleString.of(DEAD_LETTERS))
                                .setExpiryAddress(SimpleString.of(DEAD_LETTERS)))
                .addAcceptorConfiguration(ACCEPTOR, "tcp://127.0.0.1:0?protocols=CORE"));
        server.start();
        return this;
    }

    public String url() {
        return "tcp://127.0.0.1:"
                + server.getActiveMQServer()
                        .getRemotingService()
                        .getAcceptor(ACCEPTOR)
                        .getActualPort();
    }

    /** Puts a text into a queue. */
    public void put(String queue, String text) {
        try (ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(url());
                JMSContext jms = factory.createContext()) {
            jms.createProducer().send(jms.createQueue(queue), text);
        }
    }

    /** Takes the next message out of a queue; fails when none comes within ten seconds. */
    public Message take(String queue) {
        try (ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(url());
                JMSContext jms = factory.createContext()) {
            Message message = jms.createConsumer(jms.createQueue(queue)).receive(PATIENCE_MILLIS);
            if (message == null) {
                throw new IllegalStateException("No message came into the queue " + queue);
            }
            return message;
        }
    }

    /** How many messages a queue holds, those being delivered included. */
    public long depth(String queue) {
        return server.getActiveMQServer().locateQueue(queue) == null
                ? 0
                : server.getActiveMQServer().locateQueue(queue).getMessageCount();
    }

    @Override
    public void close() throws Exception {
        if (server.getActiveMQServer() != null) {
            server.stop();
        }
    }
}
