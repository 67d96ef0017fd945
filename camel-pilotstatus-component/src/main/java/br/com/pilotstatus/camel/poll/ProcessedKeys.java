/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.poll;

import java.util.HashSet;
import java.util.Set;

/**
 * Which of the events seen by the last two polls are known to be done, so that the inbox is not asked again and again
 * for all that the overlap repeats. Holds a bounded number of keys. For one thread.
 */
final class ProcessedKeys {

    private static final int MOST = 100_000;

    private Set<String> before = new HashSet<>();
    private Set<String> now = new HashSet<>();

    void add(String key) {
        if (now.size() < MOST) {
            now.add(key);
        }
    }

    /** Whether the key is known, which makes it known for the next poll, too. */
    boolean contains(String key) {
        if (before.contains(key)) {
            add(key);
            return true;
        }
        return now.contains(key);
    }

    /** Ends a poll that has seen all there was. */
    void pollEnded() {
        before = now;
        now = new HashSet<>();
    }
}
