/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.benchmarks;

import br.com.pilotstatus.benchmarks.process.Size;
import java.time.Duration;
import java.util.List;

/**
 * How long and how often is measured.
 *
 * @param warmUp   how long each subject runs before its first round
 * @param rounds   how many rounds each subject plays, in turns with those beside it
 * @param round    how long a round takes
 * @param underWay how many calls are under way at any moment
 * @param size     how large becomes what grows
 */
record Settings(Duration warmUp, int rounds, Duration round, int underWay, Size size) {

    private static final int UNDER_WAY = 64;

    /** Within 15 minutes. A warm-up of 8 seconds leaves much to the compiler still, and more to the larger of two subjects. */
    static final Settings FULL = new Settings(
            Duration.ofSeconds(20),
            11,
            Duration.ofSeconds(2),
            UNDER_WAY,
            new Size(1000, 1_000_000, List.of(0, 1_000_000), 5_000));

    /** Within 3 minutes, for a look: what is compiled late is not compiled yet. */
    static final Settings QUICK = new Settings(
            Duration.ofSeconds(3),
            3,
            Duration.ofSeconds(1),
            UNDER_WAY,
            new Size(1000, 100_000, List.of(0, 100_000), 1_000));

    /** With ten million keys in the database, which takes some minutes more to fill. */
    Settings large() {
        return new Settings(
                warmUp,
                rounds,
                round,
                underWay,
                new Size(size.most(), size.rememberedKeys(), List.of(0, 1_000_000, 10_000_000), size.millis()));
    }

    /** In words, for whoever reads the figures. */
    String inWords() {
        return "%d rounds of %d s each after %d s to warm up, in turns, medians; %d calls under way"
                .formatted(rounds, round.toSeconds(), warmUp.toSeconds(), underWay);
    }
}
