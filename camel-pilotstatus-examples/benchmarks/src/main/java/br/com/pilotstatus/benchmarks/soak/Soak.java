/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.benchmarks.soak;

import br.com.pilotstatus.benchmarks.event.EventLoad;
import br.com.pilotstatus.benchmarks.load.Round;
import br.com.pilotstatus.benchmarks.process.Surroundings;
import br.com.pilotstatus.benchmarks.process.WorkerProcess;
import br.com.pilotstatus.benchmarks.report.Median;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * 1,500 events a second to one node for a long time, every third of which it answers by a send with a key. By the books of the sender and
 * of the API nothing may be lost, doubled or failed; the node's live heap and its threads are looked at twelve times.
 */
public final class Soak {

    private static final int PER_SECOND = 1500;
    private static final int EVENTS_PER_SEND = 3;
    private static final int LOOKS = 12;
    /** At the begin and at the end, whose medians are compared; the first look is at what is warming up. */
    private static final int COMPARED = 3;

    private static final double NANOS_PER_MILLI = 1e6;

    private final ObjectMapper json = new ObjectMapper();
    private final Duration time;

    public Soak(Duration time) {
        this.time = time;
    }

    /** @param surroundings of the node; its API is this one's own */
    public Map<String, Double> measure(Surroundings surroundings) throws Exception {
        Events numbers = new Events();
        List<Round> rounds = new ArrayList<>();
        List<Map<String, Double>> looks = new ArrayList<>();
        try (CountingApi api = new CountingApi()) {
            List<String> urls = new ArrayList<>();
            try (WorkerProcess node = WorkerProcess.receiver(SoakedNode.class, surroundings.withApi(api.url()), url -> {
                urls.add(url);
                return EventLoad.steady(url, PER_SECOND, numbers);
            })) {
                URI report = URI.create(urls.get(0)).resolve(SoakedNode.REPORT_PATH);
                for (int i = 0; i < LOOKS; i++) {
                    rounds.add(node.load().play(time.dividedBy(LOOKS)));
                    looks.add(json.readValue(report.toURL(), new TypeReference<>() {}));
                }
            }
            return figures(numbers, api.replies(), rounds, looks);
        }
    }

    private static Map<String, Double> figures(
            Events numbers, Seen replies, List<Round> rounds, List<Map<String, Double>> looks) {
        Map<String, Double> last = looks.get(LOOKS - 1);
        long replied = numbers.numbers(EVENTS_PER_SEND);
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("soak.events", (double) numbers.different());
        figures.put("soak.sends", (double) replies.different());
        figures.put("soak.lost", numbers.different() - last.get("events") + replied - replies.different());
        figures.put("soak.doubled", last.get("again") + replies.again());
        figures.put(
                "soak.failed", (double) rounds.stream().mapToLong(Round::failed).sum());
        figures.put("soak.open", last.get("open"));
        figures.put("soak.p99-ms", Median.of(rounds.stream().mapToDouble(Round::p99Nanos)) / NANOS_PER_MILLI);
        figures.put("soak.heap-mb", last.get("heap"));
        figures.put("soak.heap-more-mb", more(looks, "heap"));
        figures.put("soak.threads", last.get("threads"));
        figures.put("soak.threads-more", more(looks, "threads"));
        return figures;
    }

    private static double more(List<Map<String, Double>> looks, String figure) {
        double begin = Median.of(looks.subList(1, 1 + COMPARED).stream().mapToDouble(look -> look.get(figure)));
        double end = Median.of(looks.subList(LOOKS - COMPARED, LOOKS).stream().mapToDouble(look -> look.get(figure)));
        return end - begin;
    }
}
