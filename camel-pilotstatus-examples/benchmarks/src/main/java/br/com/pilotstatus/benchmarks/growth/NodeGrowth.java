/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.benchmarks.growth;

import br.com.pilotstatus.benchmarks.event.EventLoad;
import br.com.pilotstatus.benchmarks.event.TokenWebhookOnPostgres;
import br.com.pilotstatus.benchmarks.journal.JournaledSend;
import br.com.pilotstatus.benchmarks.load.Round;
import br.com.pilotstatus.benchmarks.process.Sizing;
import br.com.pilotstatus.benchmarks.process.Surroundings;
import br.com.pilotstatus.benchmarks.process.WorkerProcess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** What one node carries, and what two carry together that share a PostgreSQL; each a process of its own. */
public final class NodeGrowth implements Sizing {

    private static final int MOST = 2;

    @FunctionalInterface
    private interface Node {
        WorkerProcess start(Surroundings surroundings) throws Exception;
    }

    @Override
    public Map<String, Double> measure(Surroundings surroundings) throws Exception {
        Map<String, Double> figures = new LinkedHashMap<>();
        measure("nodes.events", NodeGrowth::receiver, surroundings, figures);
        measure("nodes.sends-with-key", NodeGrowth::sender, surroundings, figures);
        return figures;
    }

    private static WorkerProcess receiver(Surroundings surroundings) throws Exception {
        return WorkerProcess.receiver(
                TokenWebhookOnPostgres.class, surroundings, url -> new EventLoad(url, surroundings.underWay()));
    }

    private static WorkerProcess sender(Surroundings surroundings) throws Exception {
        return WorkerProcess.caller(JournaledSend.class, surroundings);
    }

    private static void measure(String name, Node node, Surroundings surroundings, Map<String, Double> figures)
            throws Exception {
        Duration time = Duration.ofMillis(surroundings.size().millis());
        List<WorkerProcess> nodes = new ArrayList<>();
        try {
            for (int count = 1; count <= MOST; count++) {
                nodes.add(node.start(surroundings));
                // The first time to warm up.
                play(nodes, time);
                List<Round> rounds = play(nodes, time);
                figures.put(
                        name + "." + count + ".rate",
                        rounds.stream().mapToDouble(Round::perSecond).sum());
                figures.put(name + "." + count + ".failed", (double)
                        rounds.stream().mapToLong(Round::failed).sum());
            }
        } finally {
            for (WorkerProcess started : nodes) {
                started.close();
            }
        }
    }

    private static List<Round> play(List<WorkerProcess> nodes, Duration time) throws Exception {
        ExecutorService players = Executors.newFixedThreadPool(nodes.size());
        try {
            List<Future<Round>> playing = new ArrayList<>();
            for (WorkerProcess node : nodes) {
                playing.add(players.submit(() -> node.load().play(time)));
            }
            List<Round> rounds = new ArrayList<>();
            for (Future<Round> round : playing) {
                rounds.add(round.get());
            }
            return rounds;
        } finally {
            players.shutdownNow();
        }
    }
}
