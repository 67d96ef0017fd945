/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.benchmarks;

import br.com.pilotstatus.benchmarks.load.Round;
import br.com.pilotstatus.benchmarks.report.Figures;
import br.com.pilotstatus.benchmarks.report.Median;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** How a contest stands: medians of the rounds, and medians of what each round is beside the peer's of the same turn. */
record Standing(Contest contest, Map<Contestant, List<Round>> rounds) {

    private static final double NANOS_PER_MILLI = 1e6;

    /** Of one contestant over its rounds. */
    double median(Contestant contestant, ToDoubleFunction<Round> figure) {
        return Median.of(rounds.get(contestant).stream().mapToDouble(figure));
    }

    /** Of one contestant's rounds beside those of another. */
    double beside(Contestant contestant, Contestant peer, ToDoubleBiFunction<Round, Round> comparison) {
        List<Round> ours = rounds.get(contestant);
        List<Round> theirs = rounds.get(peer);
        return Median.of(
                IntStream.range(0, ours.size()).mapToDouble(i -> comparison.applyAsDouble(ours.get(i), theirs.get(i))));
    }

    /** How many times as many calls a second. */
    double ratio(Contestant contestant, Contestant peer) {
        return beside(contestant, peer, (ours, theirs) -> ours.perSecond() / theirs.perSecond());
    }

    /** How much more processor time a call takes, in microseconds. */
    double processorAbove(Contestant contestant, Contestant peer) {
        return beside(contestant, peer, (ours, theirs) -> ours.processorMicros() - theirs.processorMicros());
    }

    /** All there is to know, by names such as <code>send-map.rate.of.camel-http</code>. */
    Figures figures() {
        Figures figures = new Figures();
        for (Contestant contestant : rounds.keySet()) {
            String id = contestant.id();
            figures.put(id + ".rate", median(contestant, Round::perSecond));
            figures.put(id + ".processor", median(contestant, Round::processorMicros));
            figures.put(id + ".half", median(contestant, Round::halfNanos) / NANOS_PER_MILLI);
            figures.put(id + ".p99", median(contestant, Round::p99Nanos) / NANOS_PER_MILLI);
            figures.put(id + ".failed", (double)
                    rounds.get(contestant).stream().mapToLong(Round::failed).sum());
            for (Contestant peer : contest.peers()) {
                compare(figures, contestant, peer);
            }
        }
        return figures;
    }

    private void compare(Figures figures, Contestant contestant, Contestant peer) {
        if (peer.equals(contestant)) {
            return;
        }
        figures.put(contestant.id() + ".rate.of." + peer.id(), ratio(contestant, peer));
        figures.put(
                contestant.id() + ".p99.of." + peer.id(),
                beside(contestant, peer, (ours, theirs) -> (double) ours.p99Nanos() / theirs.p99Nanos()));
        figures.put(contestant.id() + ".processor.above." + peer.id(), processorAbove(contestant, peer));
    }
}
