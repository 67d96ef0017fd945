/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.benchmarks.growth;

import br.com.pilotstatus.benchmarks.event.EventLoad;
import br.com.pilotstatus.benchmarks.event.WebhookOnTable;
import br.com.pilotstatus.benchmarks.load.Round;
import br.com.pilotstatus.benchmarks.process.Pool;
import br.com.pilotstatus.benchmarks.process.Sizing;
import br.com.pilotstatus.benchmarks.process.Surroundings;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The slowest event while a quarter of many old keys is forgotten, beside the slowest one of an inbox that was empty. The
 * first inbox also warms up what the second one is measured with.
 */
public final class OldKeys implements Sizing {

    /** Rounds in which all that is due must be forgotten. */
    private static final int ROUNDS = 12;

    private static final double NANOS_PER_MILLI = 1e6;

    private final Map<String, Double> figures = new LinkedHashMap<>();

    @Override
    public Map<String, Double> measure(Surroundings surroundings) throws Exception {
        Duration time = Duration.ofMillis(surroundings.size().millis());
        try (HikariDataSource pool = Pool.of(surroundings.jdbcUrl())) {
            try (WebhookOnTable webhook = new WebhookOnTable(pool, "empty_claims");
                    EventLoad events = new EventLoad(webhook.url(), surroundings.underWay())) {
                events.play(time);
                slowest("empty", events.play(time));
            }
            try (WebhookOnTable webhook = new WebhookOnTable(pool, "old_claims")) {
                OldTable table = new OldTable(pool, "old_claims");
                long bytes = table.fill(surroundings.size().oldKeys());
                figures.put(
                        "cleaning.bytes-a-key",
                        (double) bytes / surroundings.size().oldKeys());
                forget(webhook, table, surroundings.underWay(), time);
            }
        }
        return figures;
    }

    private void forget(WebhookOnTable webhook, OldTable table, int underWay, Duration time) throws Exception {
        try (EventLoad events = new EventLoad(webhook.url(), underWay)) {
            long slowest = 0;
            long failed = 0;
            for (int i = 0; i < ROUNDS && (i == 0 || isDue(table)); i++) {
                Round round = events.play(time);
                slowest = Math.max(slowest, round.maxNanos());
                failed += round.failed();
            }
            figures.put("cleaning.old.slowest-ms", slowest / NANOS_PER_MILLI);
            figures.put("cleaning.old.failed", (double) failed);
            figures.put("cleaning.left", (double) table.due());
        }
    }

    private static boolean isDue(OldTable table) throws SQLException {
        return table.due() > 0;
    }

    private void slowest(String kind, Round round) {
        figures.put("cleaning." + kind + ".slowest-ms", round.maxNanos() / NANOS_PER_MILLI);
        figures.put("cleaning." + kind + ".failed", (double) round.failed());
    }
}
