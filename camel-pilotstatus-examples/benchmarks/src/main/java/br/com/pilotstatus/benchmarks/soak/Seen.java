/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.benchmarks.soak;

import java.util.BitSet;

/** Numbers that were seen, and how often one was seen again. Of any number of threads; its memory does not grow. */
final class Seen {

    /** More than twelve hours of events. */
    private static final int MOST = 1 << 26;

    private final BitSet numbers = new BitSet(MOST);
    private long again;

    synchronized void add(long number) {
        int index = Math.toIntExact(number);
        if (index >= MOST) {
            throw new IllegalArgumentException("Room for numbers below " + MOST + " only");
        }
        if (numbers.get(index)) {
            again++;
        }
        numbers.set(index);
    }

    /** How many different numbers were seen. */
    synchronized long different() {
        return numbers.cardinality();
    }

    /** How often one was seen that had been seen before. */
    synchronized long again() {
        return again;
    }
}
