/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.benchmarks;

import br.com.pilotstatus.benchmarks.load.Round;
import br.com.pilotstatus.benchmarks.report.Bound;
import br.com.pilotstatus.benchmarks.report.Figures;
import br.com.pilotstatus.benchmarks.report.Table;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/** What was measured, as Markdown for people. */
final class Report {

    private static final double NANOS_PER_MILLI = 1e6;

    private final StringBuilder text = new StringBuilder();

    Report(Settings settings) {
        text.append("Java %s, %d processors, load average %.1f at the start. %s.\n"
                .formatted(
                        Runtime.version(),
                        Runtime.getRuntime().availableProcessors(),
                        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                        settings.inWords()));
    }

    void add(Standing standing) {
        List<String> header = new ArrayList<>(List.of(standing.contest().title(), "a second"));
        for (Contestant peer : standing.contest().peers()) {
            header.add("of `" + peer.id() + "`");
        }
        header.addAll(List.of("half within", "99 % within", "processor time each"));
        Table table = new Table(header.toArray(String[]::new));
        for (Contestant contestant : standing.contest().contestants()) {
            table.row(row(standing, contestant));
        }
        text.append('\n').append(table);
    }

    private static List<String> row(Standing standing, Contestant contestant) {
        List<String> row = new ArrayList<>();
        row.add("`" + contestant.id() + "`: " + contestant.title());
        row.add(format("%,.0f", standing.median(contestant, Round::perSecond)));
        for (Contestant peer : standing.contest().peers()) {
            row.add(peer.equals(contestant) ? "" : format("%.2f", standing.ratio(contestant, peer)));
        }
        row.add(format("%.1f ms", standing.median(contestant, Round::halfNanos) / NANOS_PER_MILLI));
        row.add(format("%.1f ms", standing.median(contestant, Round::p99Nanos) / NANOS_PER_MILLI));
        row.add(format("%.1f us", standing.median(contestant, Round::processorMicros)));
        return row;
    }

    void add(String title, Map<String, Double> figures) {
        Table table = new Table(title, "");
        figures.forEach((name, value) -> table.row(List.of(name, format("%,.2f", value))));
        text.append('\n').append(table);
    }

    void add(List<Bound> bounds, Figures figures) {
        Table table = new Table("Held to", "is", "must be", "");
        for (Bound bound : bounds) {
            OptionalDouble value = figures.get(bound.figure());
            if (value.isPresent()) {
                table.row(List.of(
                        "`" + bound.figure() + "`",
                        format("%.2f", value.getAsDouble()),
                        format(bound.floor() ? "at least %.2f" : "at most %.2f", bound.limit()),
                        bound.isBrokenBy(figures) ? "**broken**" : "kept"));
            }
        }
        text.append('\n').append(table);
    }

    private static String format(String pattern, double value) {
        return String.format(Locale.ROOT, pattern, value);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
