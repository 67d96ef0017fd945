/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.benchmarks.growth;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;

/** What this process holds on to. */
public final class Heap {

    private static final int COLLECTIONS = 3;
    private static final double BYTES_PER_MEGABYTE = 1024.0 * 1024;

    private Heap() {}

    /** Live objects, in megabytes. */
    public static double megabytes() {
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        // What the first one leaves to be cleaned up, the next ones take.
        for (int i = 0; i < COLLECTIONS; i++) {
            memory.gc();
        }
        return memory.getHeapMemoryUsage().getUsed() / BYTES_PER_MEGABYTE;
    }
}
