/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.state;

import java.time.Duration;
import java.util.List;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Every accepted send in order of acceptance. What was refused is not in it, what was accepted twice is in it twice. */
public final class Ledger {

    private static final int SHOWN = 20;

    private final BoundedLog<LedgerEntry> log;

    public Ledger(int maxEntries, long maxBytes) {
        log = new BoundedLog<>(maxEntries, maxBytes, LedgerEntry::size);
    }

    List<LedgerEntry> append(LongFunction<LedgerEntry> entryNumbered) {
        return log.append(entryNumbered);
    }

    /** The accepted sends that are still kept, oldest first. */
    public List<LedgerEntry> entries() {
        return log.entries();
    }

    /** The accepted sends to one phone (with or without {@code +}), group or newsletter. */
    public List<LedgerEntry> to(String recipient) {
        return entries().stream().filter(e -> e.destination().is(recipient)).toList();
    }

    /** How many sends were accepted since the start or the last reset, forgotten ones included. */
    public long count() {
        return log.total();
    }

    /**
     * Waits for an accepted send to a recipient.
     *
     * @throws AssertionError when none is there in time; its text lists what did arrive, numbers masked
     */
    public LedgerEntry awaitMessage(String recipient, Duration timeout) {
        return await(e -> e.destination().is(recipient), "to that recipient", timeout);
    }

    /**
     * Waits for an accepted send that matches.
     *
     * @throws AssertionError when none is there in time; its text lists what did arrive, numbers masked
     */
    public LedgerEntry awaitMessage(Predicate<LedgerEntry> wanted, Duration timeout) {
        return await(wanted, "that matches", timeout);
    }

    void clear() {
        log.clear();
    }

    private LedgerEntry await(Predicate<LedgerEntry> wanted, String what, Duration timeout) {
        return log.await(wanted, timeout)
                .orElseThrow(() -> new AssertionError(
                        "No accepted send " + what + " within " + timeout.toMillis() + " ms. " + arrived()));
    }

    private String arrived() {
        List<LedgerEntry> all = entries();
        if (all.isEmpty()) {
            return "Nothing was accepted at all.";
        }
        return count() + " accepted, the latest: "
                + all.stream()
                        .skip(Math.max(0, all.size() - SHOWN))
                        .map(LedgerEntry::toString)
                        .collect(Collectors.joining("; "));
    }
}
