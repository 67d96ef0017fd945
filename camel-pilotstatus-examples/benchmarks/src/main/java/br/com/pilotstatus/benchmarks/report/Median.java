/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.benchmarks.report;

import java.util.stream.DoubleStream;

/** The value that half of the others do not reach. */
public final class Median {

    private Median() {}

    /** @param values at least one; of an even number of them the mean of the two in the middle counts */
    public static double of(DoubleStream values) {
        double[] sorted = values.sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
