/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import br.com.pilotstatus.benchmarks.report.Bound;
import br.com.pilotstatus.benchmarks.report.Bounds;
import br.com.pilotstatus.benchmarks.report.Figures;
import br.com.pilotstatus.benchmarks.report.Page;
import br.com.pilotstatus.benchmarks.soak.Soak;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Measures everything and prints it. Ends with 1 when a call failed or a bound is broken. System properties:
 *
 * <ul>
 *   <li><code>quick</code>: true for a look
 *   <li><code>large</code>: true for ten million keys in the database as well
 *   <li><code>only</code>: names of {@link Contest}s and {@link Growth}s, <code>methods</code> and <code>soak</code>, separated by
 *       commas; empty for all but the soak
 *   <li><code>minutes</code>: how long the soak takes
 *   <li><code>report</code>: file to write to
 *   <li><code>page</code>: page of the documentation to write into; empty for none
 * </ul>
 */
public final class Benchmarks {

    private static final String FAILED = ".failed";
    private static final int SOAK_MINUTES = 60;

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
        Settings settings = Boolean.getBoolean("quick") ? Settings.QUICK : Settings.FULL;
        Benchmarks benchmarks = new Benchmarks(Boolean.getBoolean("large") ? settings.large() : settings, only);
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
            if (only.contains("soak")) {
                Duration time = Duration.ofMinutes(Integer.getInteger("minutes", SOAK_MINUTES));
                System.err.println("Soak, %d minutes ...".formatted(time.toMinutes()));
                add("Soak", new Soak(time).measure(systems.surroundings(settings)));
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
