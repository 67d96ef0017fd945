/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.state;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** When each customer last wrote to each number, which opens the window for free-form messages on Meta numbers. */
public final class Conversations {

    private static final Duration WINDOW = Duration.ofHours(24);
    private static final int LIMIT = 100_000;

    private final Map<String, Instant> lastInbound = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > LIMIT;
        }
    };

    public synchronized void customerWrote(String numberId, Destination customer, Instant at) {
        lastInbound.put(key(numberId, customer), at);
    }

    /** True when the customer wrote to the number within the last 24 hours. */
    public synchronized boolean isOpen(String numberId, Destination customer, Instant now) {
        Instant last = lastInbound.get(key(numberId, customer));
        return last != null && last.plus(WINDOW).isAfter(now);
    }

    public synchronized void clear() {
        lastInbound.clear();
    }

    private static String key(String numberId, Destination customer) {
        return numberId + '|' + customer.value();
    }
}
