/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Lets steps that come at the same moment share connection and statements. A step that finds no batch under way begins at
 * once; those that come meanwhile make the next batches, each run by the thread of its first step. A step that its batch
 * leaves open, since it failed or could not tell, is taken by itself, on its own thread: whatever one of them fails by
 * fails no other.
 *
 * @param <S> what is to be done
 * @param <R> what comes of it
 */
final class GroupCommit<S, R> {

    /** Steps that share statements at most: beyond that, values count for more than round trips. */
    private static final int MOST_STEPS = 64;
    /** So many at most are under way when the database is slow; as a rule it is one, since several would only be smaller. */
    private static final int MOST_BATCHES = 4;
    /** How long steps wait for the batch under way before another one begins beside it. */
    private static final Duration PATIENCE = Duration.ofMillis(20);

    private final Connections connections;
    private final Together<S, R> together;
    private final Alone<S, R> alone;
    /** The oldest first. Guards itself and what is below. */
    private final Queue<Turn<S, R>> waiting = new ArrayDeque<>();

    private int batches;

    /** Takes several steps. */
    interface Together<S, R> {

        /** What came of each of them; null where that is open. */
        List<R> take(Connection connection, Database database, List<S> steps) throws SQLException;
    }

    /** Takes one step; it may have been taken before, with an answer that was lost. */
    interface Alone<S, R> {
        R take(Connection connection, Database database, S step) throws SQLException;
    }

    GroupCommit(Connections connections, Together<S, R> together, Alone<S, R> alone) {
        this.connections = connections;
        this.together = together;
        this.alone = alone;
    }

    /** Takes a step, and returns when it is known what came of it. */
    R take(S step) {
        Turn<S, R> turn = new Turn<>(step);
        if (begins(turn) || leads(turn)) {
            new Batch(turn).run();
        }
        if (turn.outcome != null) {
            return turn.outcome;
        }
        return connections.call(
                (connection, database) -> alone.take(connection, database, step), turn.begun, turn.failure);
    }

    private boolean begins(Turn<S, R> turn) {
        synchronized (waiting) {
            if (batches == 0) {
                batches++;
                return true;
            }
            waiting.add(turn);
            return false;
        }
    }

    /** Waits for a step's turn. Whether its thread runs a batch then; if not, it was in that of another. */
    private boolean leads(Turn<S, R> turn) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return turn.leads.get(PATIENCE.toNanos(), TimeUnit.NANOSECONDS);
                } catch (TimeoutException e) {
                    if (beginsBeside(turn)) {
                        return true;
                    }
                } catch (InterruptedException e) {
                    // It may be under way, so what comes of it is waited for.
                    interrupted = true;
                } catch (ExecutionException e) {
                    throw new IllegalStateException(e);
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private boolean beginsBeside(Turn<S, R> turn) {
        synchronized (waiting) {
            if (batches < MOST_BATCHES && waiting.remove(turn)) {
                batches++;
                return true;
            }
            return false;
        }
    }

    private void goOn() {
        Turn<S, R> next;
        synchronized (waiting) {
            // Where several are under way, the last one of them goes on.
            next = batches > 1 ? null : waiting.poll();
            if (next == null) {
                batches--;
            }
        }
        if (next != null) {
            next.leads.complete(true);
        }
    }

    /** A step and the thread that waits for it. What came of it is written before its thread goes on. */
    private static final class Turn<S, R> {

        private final S step;
        private final long begun = System.nanoTime();
        /** Whether its thread runs the batch; if not, it was in that of another. */
        private final CompletableFuture<Boolean> leads = new CompletableFuture<>();

        private R outcome;
        private Exception failure;

        Turn(S step) {
            this.step = step;
        }
    }

    private final class Batch {

        private final List<Turn<S, R>> turns = new ArrayList<>();
        private boolean connected;

        Batch(Turn<S, R> first) {
            turns.add(first);
        }

        void run() {
            try {
                connections.once(this::take);
            } catch (SQLException | RuntimeException e) {
                if (!connected) {
                    // All would wait as long for a connection, one after the other.
                    add(Integer.MAX_VALUE);
                }
                turns.forEach(turn -> turn.failure = e);
            } finally {
                goOn();
                turns.forEach(turn -> turn.leads.complete(false));
            }
        }

        private Void take(Connection connection, Database database) throws SQLException {
            connected = true;
            letOthersCome();
            add(MOST_STEPS);
            List<R> outcomes = together.take(
                    connection, database, turns.stream().map(turn -> turn.step).toList());
            for (int i = 0; i < outcomes.size(); i++) {
                turns.get(i).outcome = outcomes.get(i);
            }
            return null;
        }

        // Under load, they wait for a processor right before they would be in this batch. Alone, it takes no time.
        @SuppressWarnings("ThreadPriorityCheck")
        private void letOthersCome() {
            Thread.yield();
        }

        private void add(int most) {
            synchronized (waiting) {
                while (turns.size() < most && !waiting.isEmpty()) {
                    turns.add(waiting.poll());
                }
            }
        }
    }
}
