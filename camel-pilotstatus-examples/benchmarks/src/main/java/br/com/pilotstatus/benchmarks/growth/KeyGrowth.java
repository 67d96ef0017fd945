/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.benchmarks.growth;

import br.com.pilotstatus.benchmarks.process.Sizing;
import br.com.pilotstatus.benchmarks.process.Surroundings;
import br.com.pilotstatus.camel.store.ClaimStore;
import br.com.pilotstatus.camel.store.MemoryClaimStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Heap for keys that are remembered in memory. */
public final class KeyGrowth implements Sizing {

    private static final Duration LEASE = Duration.ofMinutes(5);

    @Override
    public Map<String, Double> measure(Surroundings surroundings) {
        int most = surroundings.size().rememberedKeys();
        Map<String, Double> figures = new LinkedHashMap<>();
        for (int count : List.of(most / 10, most)) {
            double before = Heap.megabytes();
            ClaimStore store = filled(count);
            figures.put("keys." + count + ".heap-mb", Heap.megabytes() - before);
            // Also keeps the store until then.
            figures.put("keys." + count + ".kept", (double)
                    store.finished("event|", store.now().minus(LEASE)).size());
        }
        return figures;
    }

    private static ClaimStore filled(int count) {
        ClaimStore store = new MemoryClaimStore(count, MemoryClaimStore.DEFAULT_RETENTION, InstantSource.system());
        for (int i = 0; i < count; i++) {
            String key = "event|message.sent|cmq1x7d3k0001v8" + (1_000_000_000L + i);
            store.claim(key, "", LEASE);
            store.done(key, "");
        }
        return store;
    }
}
