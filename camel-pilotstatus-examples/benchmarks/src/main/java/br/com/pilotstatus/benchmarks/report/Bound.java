/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.benchmarks.report;

import java.util.OptionalDouble;

/**
 * What a figure must not fall below, or rise above.
 *
 * @param figure name of the figure
 * @param floor  whether it must not fall below the limit; otherwise it must not rise above it
 * @param limit  in the figure's unit
 */
public record Bound(String figure, boolean floor, double limit) {

    private static final String FLOOR = ".floor";
    private static final String CEILING = ".ceiling";

    /**
     * @param key the figure's name, and <code>.floor</code> or <code>.ceiling</code>
     * @throws IllegalArgumentException when it is neither, or the limit is no number
     */
    static Bound of(String key, String limit) {
        if (key.endsWith(FLOOR)) {
            return new Bound(key.substring(0, key.length() - FLOOR.length()), true, Double.parseDouble(limit));
        }
        if (key.endsWith(CEILING)) {
            return new Bound(key.substring(0, key.length() - CEILING.length()), false, Double.parseDouble(limit));
        }
        throw new IllegalArgumentException(key + " is neither a floor nor a ceiling");
    }

    /** Whether the figure was measured and is beyond the limit. */
    public boolean isBrokenBy(Figures figures) {
        OptionalDouble value = figures.get(figure);
        // Written so that a figure that is no number breaks it.
        return value.isPresent() && !(floor ? value.getAsDouble() >= limit : value.getAsDouble() <= limit);
    }
}
