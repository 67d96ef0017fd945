/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.benchmarks.growth;

import br.com.pilotstatus.benchmarks.event.EventLoad;
import br.com.pilotstatus.benchmarks.event.WebhookOnTable;
import br.com.pilotstatus.benchmarks.load.Round;
import br.com.pilotstatus.benchmarks.process.Pool;
import br.com.pilotstatus.benchmarks.process.Sizing;
import br.com.pilotstatus.benchmarks.process.Surroundings;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Events with an inbox on PostgreSQL by how many keys its table holds, and the slowest one while a quarter of them, which are
 * old, is forgotten after a restart.
 */
public final class TableGrowth implements Sizing {

    /** Rounds within which all that is due should be forgotten. */
    private static final int ROUNDS = 12;

    private static final double NANOS_PER_MILLI = 1e6;

    private final Map<String, Double> figures = new LinkedHashMap<>();

    @Override
    public Map<String, Double> measure(Surroundings surroundings) throws Exception {
        Duration time = Duration.ofMillis(surroundings.size().millis());
        try (HikariDataSource pool = Pool.of(surroundings.jdbcUrl())) {
            // Pays for what is loaded and compiled once.
            play(pool, "warm_up", surroundings, time);
            for (int keys : surroundings.size().tableKeys()) {
                String name = "claims_" + keys;
                ClaimsTable table = new ClaimsTable(pool, name);
                new WebhookOnTable(pool, name).close();
                long bytes = table.addKept(keys - keys / 4);
                put(keys, "bytes-a-key", keys == 0 ? 0 : bytes / (keys - keys / 4.0));
                Round round = play(pool, name, surroundings, time);
                put(keys, "rate", round.perSecond());
                put(keys, "p99-ms", round.p99Nanos() / NANOS_PER_MILLI);
                put(keys, "failed", (double) round.failed());
                forget(pool, table, keys, surroundings, time);
            }
        }
        return figures;
    }

    private static Round play(HikariDataSource pool, String table, Surroundings surroundings, Duration time)
            throws Exception {
        try (WebhookOnTable webhook = new WebhookOnTable(pool, table);
                EventLoad events = new EventLoad(webhook.url(), surroundings.underWay())) {
            return events.play(time);
        }
    }

    private void forget(HikariDataSource pool, ClaimsTable table, int keys, Surroundings surroundings, Duration time)
            throws Exception {
        table.addDue(keys / 4);
        long slowest = 0;
        long failed = 0;
        try (WebhookOnTable webhook = new WebhookOnTable(pool, table.name());
                EventLoad events = new EventLoad(webhook.url(), surroundings.underWay())) {
            for (int i = 0; i < ROUNDS && (i == 0 || table.due() > 0); i++) {
                Round round = events.play(time);
                slowest = Math.max(slowest, round.maxNanos());
                failed += round.failed();
            }
        }
        put(keys, "cleaning-slowest-ms", slowest / NANOS_PER_MILLI);
        put(keys, "cleaning-left", (double) table.due());
        figures.merge("table." + keys + ".failed", (double) failed, Double::sum);
    }

    private void put(int keys, String figure, double value) {
        figures.put("table." + keys + "." + figure, value);
    }
}
