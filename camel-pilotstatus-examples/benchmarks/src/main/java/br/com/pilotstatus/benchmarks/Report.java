/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.benchmarks;

import br.com.pilotstatus.benchmarks.load.Round;
import br.com.pilotstatus.benchmarks.report.Bound;
import br.com.pilotstatus.benchmarks.report.Figures;
import br.com.pilotstatus.benchmarks.report.Table;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;

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
        header.addAll(List.of("half within", "99 % within", "processor time each", "above the first"));
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
        row.add(format(
                "%+.1f us",
                standing.processorAbove(contestant, standing.contest().peers().get(0))));
        return row;
    }

    /** Figures as a table: the last part of a name is the column, the rest the row. */
    void add(String title, Map<String, Double> figures) {
        Map<String, Map<String, Double>> rows = new LinkedHashMap<>();
        Set<String> columns = new LinkedHashSet<>();
        figures.forEach((name, value) -> {
            int dot = name.lastIndexOf('.');
            rows.computeIfAbsent(name.substring(0, dot), row -> new LinkedHashMap<>())
                    .put(name.substring(dot + 1), value);
            columns.add(name.substring(dot + 1));
        });
        Table table =
                new Table(Stream.concat(Stream.of(title), columns.stream()).toArray(String[]::new));
        rows.forEach((row, values) -> table.row(Stream.concat(
                        Stream.of("`" + row + "`"),
                        columns.stream().map(column -> values.containsKey(column) ? number(values.get(column)) : ""))
                .toList()));
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

    private static String number(double value) {
        return format(Math.abs(value) < 100 ? "%.1f" : "%,.0f", value);
    }

    private static String format(String pattern, double value) {
        return String.format(Locale.ROOT, pattern, value);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
