/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.benchmarks.load;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.ConcurrentHistogram;

/** Measures one round in this process. Of any number of threads. */
final class Meter {

    private static final int SIGNIFICANT_DIGITS = 3;
    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private final ConcurrentHistogram times = new ConcurrentHistogram(SIGNIFICANT_DIGITS);
    private final LongAdder failed = new LongAdder();
    private final long processorBefore = SYSTEM.getProcessCpuTime();
    private final long begin = System.nanoTime();

    /** @param callBegan as of {@link System#nanoTime()} */
    void ended(long callBegan, boolean success) {
        times.recordValue(Math.max(0, System.nanoTime() - callBegan));
        if (!success) {
            failed.increment();
        }
    }

    /** What it came to; nothing may be under way any more. */
    Round round() {
        long nanos = System.nanoTime() - begin;
        return new Round(
                times.getTotalCount() - failed.sum(),
                failed.sum(),
                nanos,
                SYSTEM.getProcessCpuTime() - processorBefore,
                times.getValueAtPercentile(50),
                times.getValueAtPercentile(99),
                times.getMaxValue());
    }
}
