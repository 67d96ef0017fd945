/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.pilotstatus.benchmarks.process.Size;
import br.com.pilotstatus.benchmarks.report.Bound;
import br.com.pilotstatus.benchmarks.report.Bounds;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A contest among processes, from its start to its report. */
@Timeout(120)
class TurnsTest {

    private static final Settings MOMENT = new Settings(
            Duration.ofMillis(100), 2, Duration.ofMillis(200), 2, new Size(10, 1000, List.of(0, 1000), 200));

    @Test
    void aContestGivesTheFiguresThatItsBoundsNameAndATable() throws Exception {
        Benchmarks benchmarks = new Benchmarks(MOMENT, Set.of("journal"));
        benchmarks.run();
        assertThat(benchmarks.figures().all().keySet())
                .containsAll(Bounds.read().stream()
                        .map(Bound::figure)
                        .filter(figure -> figure.startsWith("send-journal."))
                        .toList());
        assertThat(benchmarks.figures().get("send-journal.failed")).hasValue(0);
        assertThat(benchmarks.report().toString()).contains("| `send-journal`: ", "| `idempotent-send`: ", " ms ");
    }
}
