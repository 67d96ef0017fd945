/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.Logger;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.logging.log4j.core.config.Property;

/** Keeps what a logger and those below it write, for as long as it is open. */
final class LogCapture extends AbstractAppender implements AutoCloseable {

    private final Queue<String> lines = new ConcurrentLinkedQueue<>();
    private final Logger logger;
    private final Level before;

    private LogCapture(Logger logger) {
        super("capture", null, null, true, Property.EMPTY_ARRAY);
        this.logger = logger;
        this.before = logger.getLevel();
    }

    static LogCapture of(String name) {
        LogCapture capture = new LogCapture((Logger) LogManager.getLogger(name));
        capture.start();
        capture.logger.addAppender(capture);
        Configurator.setLevel(name, Level.INFO);
        return capture;
    }

    @Override
    public void append(LogEvent event) {
        String thrown = event.getThrown() == null ? "" : " " + event.getThrown();
        lines.add(event.getLevel() + " " + event.getMessage().getFormattedMessage() + thrown);
    }

    String text() {
        return lines.stream().collect(Collectors.joining("\n"));
    }

    @Override
    public void close() {
        Configurator.setLevel(logger.getName(), before);
        logger.removeAppender(this);
        stop();
    }
}
