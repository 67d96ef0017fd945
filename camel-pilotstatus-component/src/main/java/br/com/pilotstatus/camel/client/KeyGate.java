/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.client;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Where the calls of one key wait: for their turn when they are paced, and while the service has told them to pause. */
final class KeyGate {

    /** A service that asks for days, by mistake or not, must not silence a route for days. */
    static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private final Lock lock = new ReentrantLock();
    private long opensAt = System.nanoTime();
    private long nextTurn = opensAt;

    /** Lets no call of this key pass for so long. */
    void pause(Duration duration) {
        Duration bounded = duration.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : duration;
        lock.lock();
        try {
            opensAt = later(opensAt, System.nanoTime() + bounded.toNanos());
        } finally {
            lock.unlock();
        }
    }

    /** How long the pause will still last; zero when there is none. */
    Duration remainingPause() {
        lock.lock();
        try {
            return Duration.ofNanos(Math.max(0, opensAt - System.nanoTime()));
        } finally {
            lock.unlock();
        }
    }

    /**
     * Takes the next turn.
     *
     * @param interval time between two turns; zero for no pacing
     * @param patience longest wait
     * @return how long to wait for the turn; empty when it is longer than that, and then no turn was taken
     */
    Optional<Duration> reserve(Duration interval, Duration patience) {
        lock.lock();
        try {
            long now = System.nanoTime();
            long turn = later(now, opensAt);
            if (!interval.isZero()) {
                turn = later(turn, nextTurn);
            }
            if (turn - now > patience.toNanos()) {
                return Optional.empty();
            }
            nextTurn = turn + interval.toNanos();
            return Optional.of(Duration.ofNanos(turn - now));
        } finally {
            lock.unlock();
        }
    }

    /** Compares the way <code>nanoTime</code> must be compared, since it may overflow. */
    private static long later(long one, long other) {
        return one - other > 0 ? one : other;
    }
}
