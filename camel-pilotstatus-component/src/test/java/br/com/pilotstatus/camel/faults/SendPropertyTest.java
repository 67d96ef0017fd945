/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import br.com.pilotstatus.camel.error.Outcome;
import br.com.pilotstatus.camel.faults.SendBench.Sent;
import br.com.pilotstatus.simulator.fault.Fault;
import br.com.pilotstatus.simulator.fault.Fault.GarbageHttp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * Whatever goes wrong, and in whatever order: a message is accepted once at most, every exchange ends, what the route
 * hears is true, and all places come back. Each build plays the same scripts; other ones are played by
 * <code>-Dtest=SendPropertyTest -Dgroups=load -DexcludedGroups= -Djqwik.tries.default=1000</code>.
 */
class SendPropertyTest {

    private static final String SEED = "20261124";
    private static final int HUGE = 2_000_000;
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration AT_ONCE = Duration.ofMillis(5);

    private static final List<Sent> ALL = new ArrayList<>();
    private static SendBench careful;
    private static SendBench insisting;

    @BeforeContainer
    static void start() throws Exception {
        careful = new SendBench("");
        insisting = new SendBench("&onUnknown=retry");
    }

    @AfterContainer
    static void nothingArrivesLater() throws Exception {
        try (SendBench one = careful;
                SendBench other = insisting) {
            assertThat(ALL).allSatisfy(sent -> requireTruth(one, sent));
        }
    }

    @Property(seed = SEED, tries = 30)
    void aMessageIsAcceptedOnceAtMostUnderAnyScript(
            @ForAll("scripts") List<Fault> script, @ForAll @IntRange(min = 1, max = 4) int messages) throws Exception {
        sendOnce(script, messages);
    }

    @Property
    @Tag("load")
    void aMessageIsAcceptedOnceAtMostUnderAnyOtherScript(
            @ForAll("scripts") List<Fault> script, @ForAll @IntRange(min = 1, max = 4) int messages) throws Exception {
        sendOnce(script, messages);
    }

    @Property(seed = SEED, tries = 10)
    void aMessageThatIsSentUntilAcceptedStillHearsTheTruth(
            @ForAll("scripts") List<Fault> script, @ForAll @IntRange(min = 1, max = 4) int messages) throws Exception {
        List<Sent> all = insisting.play(script, messages);
        assertThat(all).hasSize(messages).allSatisfy(sent -> {
            requireTruth(insisting, sent);
            assertThat(insisting.accepted(sent)).isLessThanOrEqualTo(sent.tries());
        });
        await().atMost(SOON).pollInterval(AT_ONCE).until(insisting::allPlacesAreFree);
    }

    private static void sendOnce(List<Fault> script, int messages) throws Exception {
        List<Sent> all = careful.play(script, messages);
        ALL.addAll(all);
        assertThat(all).hasSize(messages).allSatisfy(sent -> {
            requireTruth(careful, sent);
            assertThat(careful.accepted(sent)).isLessThanOrEqualTo(1);
        });
        await().atMost(SOON).pollInterval(AT_ONCE).until(careful::allPlacesAreFree);
    }

    private static void requireTruth(SendBench bench, Sent sent) {
        if (sent.outcome() == Outcome.ACCEPTED) {
            assertThat(bench.accepted(sent)).as(sent.toString()).isPositive();
        } else if (sent.outcome() == Outcome.REFUSED) {
            assertThat(bench.accepted(sent)).as(sent.toString()).isZero();
        }
    }

    @Provide
    Arbitrary<List<Fault>> scripts() {
        List<Fault> faults = List.of(
                Fault.delay(Duration.ofMillis(1)),
                Fault.delay(Duration.ofMillis(60)),
                Fault.reset(),
                Fault.replyLost(),
                Fault.stall(),
                Fault.stallAfterAcceptance(),
                Fault.garbageHttp(),
                new GarbageHttp(true),
                Fault.garbageJson(),
                Fault.halfBody(),
                Fault.hugeBody(HUGE),
                Fault.emptyAnswer(),
                Fault.slowDrip(1, Duration.ofMillis(50)),
                Fault.redirect("http://127.0.0.1:9/elsewhere"),
                Fault.status(400),
                Fault.status(429),
                Fault.status(429).withRetryAfter(1),
                Fault.status(429).withRetryAfterDate(1),
                Fault.status(500),
                Fault.status(502).withoutBody(),
                Fault.status(503),
                Fault.status(503).withoutBody());
        return Arbitraries.of(faults).list().ofMaxSize(8);
    }
}
