/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.faults;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.pilotstatus.camel.faults.ReceivingServer.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.client5.http.impl.async.MinimalHttpAsyncClient;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http2.HttpVersionPolicy;
import org.apache.hc.core5.http2.config.H2Config;
import org.apache.hc.core5.reactor.IOReactorConfig;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What receiving an event costs beside a route that only answers: the same requests to both, in turns, in one run. Not
 * part of the ordinary build; <code>docs/performance.md</code> has the command.
 */
@Tag("load")
@Timeout(600)
class ReceivingLoadTest {

    private static final int UNDER_WAY = Integer.getInteger("pilotstatus.load.inflight", 64);
    private static final int REQUESTS = Integer.getInteger("pilotstatus.load.requests", 4_000);
    // Many short turns, so that whatever else the machine does meets all paths alike.
    private static final int ROUNDS = Integer.getInteger("pilotstatus.load.rounds", 50);
    private static final int WARM_UP_ROUNDS = 15;
    private static final double AIM = 0.8;
    private static final List<String> SERVER_OPTIONS =
            List.of(System.getProperty("pilotstatus.load.server", "-Xmx512m").split(" "));

    private final Map<Path, List<EventVolley.Result>> results = new EnumMap<>(Path.class);
    private final Map<Path, Duration> processorTime = new EnumMap<>(Path.class);
    private int ids;

    @Test
    void receivingAnEventCostsLittleMoreThanAnsweringARequest() throws Exception {
        try (ReceivingServerProcess server = new ReceivingServerProcess(SERVER_OPTIONS);
                MinimalHttpAsyncClient client = client()) {
            client.start();
            for (int round = -WARM_UP_ROUNDS; round < ROUNDS; round++) {
                for (Path path : Path.values()) {
                    play(server, client, path, round >= 0);
                }
            }
        }
        System.out.println(report());
        assertThat(results.values())
                .allSatisfy(rounds -> assertThat(rounds)
                        .hasSize(ROUNDS)
                        .extracting(EventVolley.Result::errors)
                        .containsOnly(0));
        // Of processor time, which the machine's other work changes less than the requests per second.
        assertThat(microseconds(Path.BARE) / microseconds(Path.TOKEN)).isGreaterThan(AIM);
    }

    /** The server's processor time for a request. */
    private double microseconds(Path path) {
        return processorTime.get(path).toNanos() / 1e3 / ROUNDS / REQUESTS;
    }

    private void play(ReceivingServerProcess server, MinimalHttpAsyncClient client, Path path, boolean counts)
            throws Exception {
        EventVolley volley = new EventVolley(ids, REQUESTS);
        ids += REQUESTS;
        Duration before = server.processorTime();
        EventVolley.Result result = volley.send(
                client,
                "http://127.0.0.1:" + server.port() + "/" + path + "?token=" + ReceivingServer.TOKEN,
                UNDER_WAY);
        if (counts) {
            results.computeIfAbsent(path, any -> new ArrayList<>()).add(result);
            processorTime.merge(path, server.processorTime().minus(before), Duration::plus);
        }
    }

    private static MinimalHttpAsyncClient client() {
        return HttpAsyncClients.createMinimal(
                H2Config.DEFAULT,
                Http1Config.DEFAULT,
                IOReactorConfig.custom().setIoThreadCount(1).setTcpNoDelay(true).build(),
                PoolingAsyncClientConnectionManagerBuilder.create()
                        .setMaxConnPerRoute(UNDER_WAY)
                        .setMaxConnTotal(UNDER_WAY)
                        .setDefaultTlsConfig(TlsConfig.custom()
                                .setVersionPolicy(HttpVersionPolicy.FORCE_HTTP_1)
                                .build())
                        .build());
    }

    private String report() {
        StringBuilder text = new StringBuilder("%d rounds of %d requests each, %d under way, %d processors%n"
                .formatted(ROUNDS, REQUESTS, UNDER_WAY, Runtime.getRuntime().availableProcessors()));
        text.append("path   requests/s  of bare   p50 ms   p99 ms  server's us a request  errors%n".formatted());
        for (Path path : Path.values()) {
            List<EventVolley.Result> rounds = results.get(path);
            long[] latencies = rounds.stream()
                    .flatMapToLong(round -> Arrays.stream(round.latencies()))
                    .sorted()
                    .toArray();
            text.append("%-6s %10.0f  %7.2f  %7.2f  %7.2f  %21.1f  %6d%n"
                    .formatted(
                            path,
                            median(rounds.stream()
                                    .mapToDouble(EventVolley.Result::perSecond)
                                    .toArray()),
                            ratio(path),
                            millis(latencies, 0.5),
                            millis(latencies, 0.99),
                            microseconds(path),
                            rounds.stream().mapToInt(EventVolley.Result::errors).sum()));
        }
        return text.toString();
    }

    /** The median over the rounds, each of which is compared with the bare route's turn beside it. */
    private double ratio(Path path) {
        return median(IntStream.range(0, ROUNDS)
                .mapToDouble(round -> results.get(path).get(round).perSecond()
                        / results.get(Path.BARE).get(round).perSecond())
                .toArray());
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static double millis(long[] sorted, double share) {
        return sorted[(int) Math.ceil(share * sorted.length) - 1] / 1e6;
    }
}
