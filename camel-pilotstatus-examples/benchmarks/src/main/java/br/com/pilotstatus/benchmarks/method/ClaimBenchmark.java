/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.benchmarks.method;

import br.com.pilotstatus.camel.store.MemoryClaimStore;
import java.time.Duration;
import java.time.InstantSource;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A new key is claimed and done in a store in memory that is full, so that the oldest key goes each time. */
@State(Scope.Benchmark)
public class ClaimBenchmark {

    private static final Duration LEASE = Duration.ofMinutes(5);

    @Param({"100000", "1000000"})
    public int keys;

    private MemoryClaimStore store;
    private long next;

    @Setup
    public void fill() {
        store = new MemoryClaimStore(keys, MemoryClaimStore.DEFAULT_RETENTION, InstantSource.system());
        for (int i = 0; i < keys; i++) {
            claimAndDone();
        }
    }

    @Benchmark
    public void claimAndDone() {
        String key = "event|message.sent|cmq1x7d3k0001v8" + ++next;
        store.claim(key, "", LEASE);
        store.done(key, "");
    }
}
