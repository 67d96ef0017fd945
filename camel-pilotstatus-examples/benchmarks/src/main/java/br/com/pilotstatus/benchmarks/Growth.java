/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.benchmarks;

import br.com.pilotstatus.benchmarks.growth.CatchUp;
import br.com.pilotstatus.benchmarks.growth.DifferingEndpoints;
import br.com.pilotstatus.benchmarks.growth.KeyGrowth;
import br.com.pilotstatus.benchmarks.growth.NodeGrowth;
import br.com.pilotstatus.benchmarks.growth.PlainRoutes;
import br.com.pilotstatus.benchmarks.growth.RecipientGrowth;
import br.com.pilotstatus.benchmarks.growth.SameEndpoints;
import br.com.pilotstatus.benchmarks.growth.SteadySends;
import br.com.pilotstatus.benchmarks.growth.TableGrowth;
import br.com.pilotstatus.benchmarks.growth.ThreadGrowth;
import br.com.pilotstatus.benchmarks.process.Sizing;
import br.com.pilotstatus.benchmarks.process.Surroundings;
import br.com.pilotstatus.benchmarks.process.WorkerProcess;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What more of something costs. */
enum Growth {
    ENDPOINTS(
            "Routes, by number: plain, to endpoints of one connection pool, to endpoints of a pool each",
            List.of(PlainRoutes.class, SameEndpoints.class, DifferingEndpoints.class)),
    RECIPIENTS("Recipients of one `to`, one after the other", List.of(RecipientGrowth.class)),
    THREADS("Threads beside those of Camel, by calls under way", List.of(ThreadGrowth.class)),
    STEADY("A thousand sends a second, each answered after a second", List.of(SteadySends.class)),
    KEYS("Keys remembered in memory", List.of(KeyGrowth.class)),
    POLLING("Polling the messages of a week after a downtime", List.of(CatchUp.class)),
    TABLE(
            "Events on PostgreSQL, by keys in the table; then a quarter of them, which are old, is forgotten",
            List.of(TableGrowth.class)),
    NODES("Nodes on one PostgreSQL, all on this machine", List.of(NodeGrowth.class));

    private final String title;
    private final List<Class<? extends Sizing>> sizings;

    Growth(String title, List<Class<? extends Sizing>> sizings) {
        this.title = title;
        this.sizings = sizings;
    }

    String title() {
        return title;
    }

    List<Class<? extends Sizing>> sizings() {
        return sizings;
    }

    /** Figures by name, each measured in a process of its own. */
    Map<String, Double> measure(Surroundings surroundings) throws IOException {
        Map<String, Double> figures = new LinkedHashMap<>();
        for (Class<? extends Sizing> sizing : sizings) {
            figures.putAll(WorkerProcess.measure(sizing, surroundings));
        }
        return figures;
    }
}
