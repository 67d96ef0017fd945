/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.state;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** How many requests reached each operation, refused and spoiled ones included. */
public final class RequestCounts {

    private final Map<String, LongAdder> byOperation = new ConcurrentHashMap<>();

    public void count(String operationId) {
        byOperation.computeIfAbsent(operationId, id -> new LongAdder()).increment();
    }

    /** Requests to one operation, by its operation id of the OpenAPI document. */
    public long of(String operationId) {
        LongAdder count = byOperation.get(operationId);
        return count == null ? 0 : count.sum();
    }

    /** All counts by operation id; operations that were never called are missing. */
    public Map<String, Long> all() {
        Map<String, Long> counts = new TreeMap<>();
        byOperation.forEach((id, count) -> counts.put(id, count.sum()));
        return counts;
    }

    public void clear() {
        byOperation.clear();
    }
}
