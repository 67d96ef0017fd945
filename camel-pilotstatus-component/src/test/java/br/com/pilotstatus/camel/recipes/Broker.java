/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.recipes;

import java.nio.file.Path;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.Queue;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;

/** A real JMS broker that keeps its messages in a directory, and can go away and come back. */
final class Broker {

    private final String url = "tcp://127.0.0.1:" + Ports.free();
    private final Path directory;
    private EmbeddedActiveMQ server;

    Broker(Path directory) {
        this.directory = directory;
    }

    String url() {
        return url;
    }

    void start() throws Exception {
        Configuration configuration = new ConfigurationImpl()
                .setJournalType(JournalType.NIO)
                .setJournalDirectory(directory.resolve("journal").toString())
                .setBindingsDirectory(directory.resolve("bindings").toString())
                .setLargeMessagesDirectory(directory.resolve("large").toString())
                .setPagingDirectory(directory.resolve("paging").toString())
                .setJournalFileSize(1 << 20)
                .setMaxDiskUsage(-1)
                .setSecurityEnabled(false)
                .setJMXManagementEnabled(false)
                .addAcceptorConfiguration("acceptor", url + "?protocols=CORE");
        server = new EmbeddedActiveMQ().setConfiguration(configuration);
        server.start();
    }

    void stop() throws Exception {
        server.stop();
    }

    /** How many messages a queue holds, those being worked on included. */
    long depth(String name) {
        Queue queue = server.getActiveMQServer().locateQueue(name);
        return queue == null ? 0 : queue.getMessageCount();
    }
}
