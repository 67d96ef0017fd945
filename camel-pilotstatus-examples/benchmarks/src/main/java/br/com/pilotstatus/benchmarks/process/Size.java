/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.benchmarks.process;

import java.util.List;
import java.util.stream.Stream;

/**
 * How large what grows becomes.
 *
 * @param most           largest number of routes, recipients, calls under way and sends a second; at least 1
 * @param rememberedKeys largest number of keys in memory; at least 10
 * @param tableKeys      numbers of keys in a database; a quarter of them is old
 * @param millis         how long something that goes on is watched, in milliseconds
 */
public record Size(int most, int rememberedKeys, List<Integer> tableKeys, long millis) {

    /** Sizes up to {@link #most}, the smallest first. */
    public List<Integer> steps() {
        return Stream.of(1, most / 10, most).filter(step -> step > 0).distinct().toList();
    }
}
