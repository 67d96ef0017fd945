/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.benchmarks.soak;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.pilotstatus.benchmarks.process.Postgres;
import br.com.pilotstatus.benchmarks.process.Size;
import br.com.pilotstatus.benchmarks.process.Surroundings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class SoakTest {

    @Test
    void nothingIsLostDoubledOrFailedInAMoment() throws Exception {
        try (Postgres postgres = new Postgres()) {
            Map<String, Double> figures = new Soak(Duration.ofMillis(2400))
                    .measure(new Surroundings("", "", postgres.database(), 1, new Size(1, 10, List.of(), 1)));
            assertThat(figures).containsEntry("soak.lost", 0.0).containsEntry("soak.doubled", 0.0);
            assertThat(figures.get("soak.sends")).isPositive();
        }
    }
}
