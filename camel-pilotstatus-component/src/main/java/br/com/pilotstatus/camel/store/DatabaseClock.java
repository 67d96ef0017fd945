/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the time of a database, which all nodes share, whatever their own clocks say. Asks the database now and then, and
 * at once when the clock of this node jumps; in between it counts on. The error is half of the time that asking takes.
 */
final class DatabaseClock {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseClock.class);

    private static final Duration ASKED_EVERY = Duration.ofSeconds(10);
    /** By how much two clocks of one node may drift apart in that time. */
    private static final Duration NO_JUMP = Duration.ofSeconds(1);
    /** What does no harm, since leases last for minutes. */
    private static final Duration NO_MATTER = Duration.ofSeconds(30);

    private final InstantSource node;
    private volatile Reading last;
    private volatile boolean told;

    /**
     * One moment by three clocks, in milliseconds.
     *
     * @param counter of this process; goes on evenly, and begins anywhere
     */
    private record Reading(long database, long node, long counter) {}

    /** @param node clock of this node, which decides where the database tells no time */
    DatabaseClock(InstantSource node) {
        this.node = node;
    }

    long millis(Connection connection, Database database) throws SQLException {
        if (!database.tellsTime()) {
            return node.millis();
        }
        long counter = counter();
        long sinceLast = last == null ? Long.MAX_VALUE : counter - last.counter();
        if (sinceLast > ASKED_EVERY.toMillis() || hasJumped(last, counter)) {
            last = read(connection, database);
        }
        return last.database() + counter() - last.counter();
    }

    private boolean hasJumped(Reading reading, long counter) {
        return Math.abs(node.millis() - reading.node() - (counter - reading.counter())) > NO_JUMP.toMillis();
    }

    private Reading read(Connection connection, Database database) throws SQLException {
        long before = counter();
        long time = database.millis(connection);
        long middle = before + (counter() - before) / 2;
        Reading reading = new Reading(time, node.millis(), middle);
        Duration apart = Duration.ofMillis(reading.node() - time);
        if (!told && apart.abs().compareTo(NO_MATTER) > 0) {
            told = true;
            LOG.warn(
                    "The clock of this node is {} s {} that of the database. Claims are not harmed: the database's clock"
                            + " decides",
                    apart.abs().toSeconds(),
                    apart.isNegative() ? "behind" : "ahead of");
        }
        return reading;
    }

    private static long counter() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
    }
}
