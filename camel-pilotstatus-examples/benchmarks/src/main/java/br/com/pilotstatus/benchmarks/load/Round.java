/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.benchmarks.load;

/**
 * What the calls of a while came to.
 *
 * @param done           calls that ended as they should
 * @param failed         calls that did not
 * @param nanos          from the first call's begin to the last one's end, in nanoseconds
 * @param processorNanos processor time of the process that was measured, in nanoseconds
 * @param halfNanos      half of the calls took at most that long, in nanoseconds
 * @param p99Nanos       99 % of the calls took at most that long, in nanoseconds
 * @param maxNanos       the slowest call, in nanoseconds
 */
public record Round(
        long done, long failed, long nanos, long processorNanos, long halfNanos, long p99Nanos, long maxNanos) {

    /** Calls per second. */
    public double perSecond() {
        return done * 1e9 / nanos;
    }

    /** Processor time for a call, in microseconds. */
    public double processorMicros() {
        return processorNanos / 1e3 / done;
    }

    /** The same round with the processor time of another process, in nanoseconds. */
    public Round with(long otherProcessorNanos) {
        return new Round(done, failed, nanos, otherProcessorNanos, halfNanos, p99Nanos, maxNanos);
    }
}
