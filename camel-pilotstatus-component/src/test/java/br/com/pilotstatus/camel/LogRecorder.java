/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.LoggerConfig;
import org.apache.logging.log4j.core.config.Property;

/** Records all that is logged while it is open: one text each, stack traces included. Other appenders see no more of it. */
public final class LogRecorder extends AbstractAppender implements AutoCloseable {

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final LoggerContext context = (LoggerContext) LogManager.getContext(false);
    private final LoggerConfig root = context.getConfiguration().getRootLogger();
    private final Level level = root.getLevel();

    /** From DEBUG up. */
    public LogRecorder() {
        this(Level.DEBUG);
    }

    public LogRecorder(Level from) {
        super("recorder", null, null, true, Property.EMPTY_ARRAY);
        start();
        limitOthers(level);
        root.addAppender(this, null, null);
        root.setLevel(from);
        context.updateLoggers();
    }

    @Override
    public void append(LogEvent event) {
        StringWriter text = new StringWriter();
        text.write(event.getLevel() + " " + event.getLoggerName() + " "
                + event.getMessage().getFormattedMessage());
        if (event.getThrown() != null) {
            event.getThrown().printStackTrace(new PrintWriter(text));
        }
        lines.add(text.toString());
    }

    /** What was logged so far. */
    public List<String> lines() {
        return List.copyOf(lines);
    }

    /** What was logged so far and holds this text. */
    public List<String> lines(String text) {
        return lines.stream().filter(line -> line.contains(text)).toList();
    }

    /** Forgets what was logged so far. */
    public void clear() {
        lines.clear();
    }

    private void limitOthers(Level limit) {
        root.getAppenders().forEach((name, appender) -> {
            root.removeAppender(name);
            root.addAppender(appender, limit, null);
        });
    }

    @Override
    public void close() {
        root.removeAppender(getName());
        limitOthers(null);
        root.setLevel(level);
        context.updateLoggers();
        stop();
    }
}
