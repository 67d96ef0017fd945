/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.faults;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;

/** Measures a run of calls in this process: times, threads and processor time. Of any number of threads. */
final class LoadMeter {

    private final AtomicLongArray latencies;
    private final AtomicInteger ended = new AtomicInteger();
    private final LongAdder accepted = new LongAdder();
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private final long begin = System.nanoTime();
    private final long cpuBefore = system.getProcessCpuTime();
    private volatile int peakOwnThreads;
    private volatile int peakInFlight;
    private volatile long end;

    LoadMeter(int calls) {
        latencies = new AtomicLongArray(calls);
        threads.resetPeakThreadCount();
    }

    void ended(long startedAt, boolean success) {
        long now = System.nanoTime();
        accepted.add(success ? 1 : 0);
        latencies.set(ended.getAndIncrement(), now - startedAt);
        end = now;
    }

    int ended() {
        return ended.get();
    }

    long accepted() {
        return accepted.sum();
    }

    /** Notes how many calls are under way and how many threads the component has; called from one thread. */
    void sample(int started) {
        peakInFlight = Math.max(peakInFlight, started - ended.get());
        int own = (int) Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
                .filter(Objects::nonNull)
                .map(ThreadInfo::getThreadName)
                .filter(name -> name.contains("PilotStatus"))
                .count();
        peakOwnThreads = Math.max(peakOwnThreads, own);
    }

    int peakOwnThreads() {
        return peakOwnThreads;
    }

    int peakInFlight() {
        return peakInFlight;
    }

    double perSecond() {
        return ended.get() / (Duration.ofNanos(end - begin).toMillis() / 1000.0);
    }

    /** What was measured, for people. */
    String report() {
        long[] sorted = new long[ended.get()];
        Arrays.setAll(sorted, latencies::get);
        Arrays.sort(sorted);
        return """
                calls accepted      %d of %d
                calls per second    %.0f
                latency, ms         p50 %d, p99 %d, max %d
                calls under way     %d at most
                threads             %d in all at most, %d of them named PilotStatus
                processor time      %.1f s over %.1f s, processors: %d""".formatted(
                        accepted(),
                        ended(),
                        perSecond(),
                        millis(sorted, 0.5),
                        millis(sorted, 0.99),
                        millis(sorted, 1),
                        peakInFlight,
                        threads.getPeakThreadCount(),
                        peakOwnThreads,
                        (system.getProcessCpuTime() - cpuBefore) / 1e9,
                        (end - begin) / 1e9,
                        Runtime.getRuntime().availableProcessors());
    }

    private static long millis(long[] sorted, double share) {
        int index = (int) Math.ceil(share * sorted.length) - 1;
        return Duration.ofNanos(sorted[Math.max(0, index)]).toMillis();
    }
}
