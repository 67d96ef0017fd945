/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import br.com.pilotstatus.benchmarks.report.Bound;
import br.com.pilotstatus.benchmarks.report.Bounds;
import br.com.pilotstatus.benchmarks.report.Figures;
import br.com.pilotstatus.benchmarks.report.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Measures everything and prints it. System properties: <code>quick</code> (true: a look), <code>only</code> (names of
 * {@link Contest}s and {@link Growth}s and <code>methods</code>, separated by commas; empty: all), <code>report</code> (file to write to) and <code>page</code> (page
 * of the documentation to write into; empty: none). Ends with 1 when a call failed or a bound is broken.
 */
public final class Benchmarks {

    private static final String FAILED = ".failed";

    private final Settings settings;
    private final Set<String> only;
    private final Figures figures = new Figures();
    private final Report report;

    Benchmarks(Settings settings, Set<String> only) {
        this.settings = settings;
        this.only = only;
        this.report = new Report(settings);
    }

    public static void main(String[] args) throws Exception {
        Set<String> only = Arrays.stream(System.getProperty("only", "").split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toSet());
        Benchmarks benchmarks = new Benchmarks(Boolean.getBoolean("quick") ? Settings.QUICK : Settings.FULL, only);
        boolean kept = benchmarks.run();
        System.out.println(benchmarks.report);
        write(benchmarks.report.toString());
        System.exit(kept ? 0 : 1);
    }

    private static void write(String report) throws Exception {
        String file = System.getProperty("report", "");
        if (!file.isEmpty()) {
            Files.writeString(Path.of(file), report, UTF_8);
        }
        String page = System.getProperty("page", "");
        if (!page.isEmpty()) {
            new Page(Path.of(page)).write(report);
        }
    }

    /** Whether no call failed and all bounds were kept. */
    boolean run() throws Exception {
        try (Systems systems = new Systems()) {
            for (Contest contest : Contest.values()) {
                if (isWanted(contest.name())) {
                    play(contest, systems);
                }
            }
            if (isWanted("methods")) {
                System.err.println("Methods ...");
                add("Methods, a call", new Methods(settings).measure());
            }
            for (Growth growth : Growth.values()) {
                if (isWanted(growth.name())) {
                    measure(growth, systems);
                }
            }
        }
        List<Bound> bounds = Bounds.read();
        report.add(bounds, figures);
        return bounds.stream().noneMatch(bound -> bound.isBrokenBy(figures)) && failed() == 0;
    }

    private void play(Contest contest, Systems systems) throws Exception {
        System.err.println(contest.title() + " ...");
        Standing standing = new Turns(systems, settings).play(contest);
        report.add(standing);
        figures.putAll(standing.figures());
    }

    private void measure(Growth growth, Systems systems) throws Exception {
        System.err.println(growth.title() + " ...");
        add(growth.title(), growth.measure(systems.surroundings(settings)));
    }

    private void add(String title, Map<String, Double> measured) {
        report.add(title, measured);
        measured.forEach(figures::put);
    }

    private double failed() {
        return figures.all().entrySet().stream()
                .filter(figure -> figure.getKey().endsWith(FAILED))
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }

    private boolean isWanted(String part) {
        return only.isEmpty() || only.contains(part.toLowerCase(Locale.ROOT));
    }

    Report report() {
        return report;
    }

    Figures figures() {
        return figures;
    }
}
