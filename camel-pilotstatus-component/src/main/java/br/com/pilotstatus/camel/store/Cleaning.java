/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.store;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes what is over from the table, each minute in which the store is used, on a thread of its own, which lives no longer
 * than that takes: so there is nothing to be stopped. One node at a time does it, in portions so small that none of those
 * who claim waits for a row or for the disk.
 */
final class Cleaning {

    private static final Logger LOG = LoggerFactory.getLogger(Cleaning.class);

    private static final Duration EVERY = Duration.ofMinutes(1);
    /** After that, another node takes the place of one that died. */
    private static final Duration LEASE = Duration.ofMinutes(1);
    /** Ids that are looked for at once: a database reads again and again past rows that were just removed. */
    private static final int LOOK = 8_192;

    private static final int PORTION = 512;
    /** The least pause after a portion; after one that took longer, as long as that. */
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final Connections connections;
    private final OverRows rows;
    private final DatabaseClock clock;
    private final Duration retention;
    private final String node = UUID.randomUUID().toString();
    private final AtomicBoolean underWay = new AtomicBoolean();
    private volatile long next = System.nanoTime();

    Cleaning(Connections connections, OverRows rows, DatabaseClock clock, Duration retention) {
        this.connections = connections;
        this.rows = rows;
        this.clock = clock;
        this.retention = retention;
    }

    /** Begins when it is time; to be called whenever the store is used. */
    void beginIfDue() {
        if (System.nanoTime() - next >= 0 && underWay.compareAndSet(false, true)) {
            Thread thread = new Thread(this::run, "PilotStatusClaimsCleaning");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private void run() {
        try {
            clean();
        } catch (SQLException | RuntimeException e) {
            LOG.warn("Claims that are over could not be removed from the table; it is tried again in a minute", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            next = System.nanoTime() + EVERY.toNanos();
            underWay.set(false);
        }
    }

    private void clean() throws SQLException, InterruptedException {
        List<String> over = look();
        if (over.isEmpty() || !begins()) {
            return;
        }
        try {
            while (!over.isEmpty()) {
                for (int from = 0; from < over.size(); from += PORTION) {
                    long begun = System.nanoTime();
                    if (!removed(over.subList(from, Math.min(over.size(), from + PORTION)))) {
                        return;
                    }
                    TimeUnit.NANOSECONDS.sleep(Math.max(PAUSE.toNanos(), System.nanoTime() - begun));
                }
                over = look();
            }
        } finally {
            connections.once((connection, database) -> {
                rows.end(connection, node);
                return null;
            });
        }
    }

    private List<String> look() throws SQLException {
        return connections.once((connection, database) ->
                rows.find(connection, database, clock.millis(connection, database) - retention.toMillis(), LOOK));
    }

    private boolean begins() throws SQLException {
        return connections.once((connection, database) -> {
            long now = clock.millis(connection, database);
            return rows.begin(connection, node, now, now + LEASE.toMillis());
        });
    }

    /** Removes a portion, unless another node has taken over. */
    private boolean removed(List<String> portion) throws SQLException {
        return connections.once((connection, database) -> {
            long now = clock.millis(connection, database);
            boolean ours = rows.goOn(connection, node, now + LEASE.toMillis());
            if (ours) {
                rows.delete(connection, portion, now - retention.toMillis());
            }
            return ours;
        });
    }
}
