/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.benchmarks;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Measures methods by JMH, each in a process of its own. */
final class Methods {

    private static final String PACKAGE = "br.com.pilotstatus.benchmarks.method";

    private static final int ITERATIONS = 3;

    private final Settings settings;

    Methods(Settings settings) {
        this.settings = settings;
    }

    /** Microseconds for a call, by names such as <code>method.EventBenchmark.read.us</code>. */
    Map<String, Double> measure() throws RunnerException {
        TimeValue time = TimeValue.milliseconds(settings.round().toMillis() / 2);
        Map<String, Double> figures = new LinkedHashMap<>();
        for (RunResult result : new Runner(new OptionsBuilder()
                        .include(PACKAGE)
                        .mode(Mode.AverageTime)
                        .timeUnit(TimeUnit.MICROSECONDS)
                        .forks(1)
                        .jvmArgs("-Xms512m", "-Xmx1g")
                        .warmupIterations(ITERATIONS)
                        .warmupTime(time)
                        .measurementIterations(ITERATIONS)
                        .measurementTime(time)
                        .shouldFailOnError(true)
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .run()) {
            figures.put(name(result), result.getPrimaryResult().getScore());
        }
        return figures;
    }

    private static String name(RunResult result) {
        String method = result.getParams().getBenchmark().substring(PACKAGE.length() + 1);
        String keys = result.getParams().getParam("keys");
        return "method." + method + (keys == null ? "" : "." + keys) + ".us";
    }
}
