/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.pilotstatus.benchmarks.event.EventLoad;
import br.com.pilotstatus.benchmarks.load.Load;
import br.com.pilotstatus.benchmarks.load.Round;
import br.com.pilotstatus.benchmarks.process.Caller;
import br.com.pilotstatus.benchmarks.process.Receiver;
import br.com.pilotstatus.benchmarks.process.Size;
import br.com.pilotstatus.benchmarks.process.Sizing;
import br.com.pilotstatus.benchmarks.process.Subject;
import br.com.pilotstatus.benchmarks.process.Surroundings;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Everything that is measured runs for a moment, in this process, and gives figures. They are not judged. */
@Timeout(60)
class SmokeTest {

    private static final Settings MOMENT =
            new Settings(Duration.ZERO, 1, Duration.ofMillis(100), 2, new Size(10, 1000, List.of(0, 1000), 200));

    private static Systems systems;

    @BeforeAll
    static void start() throws Exception {
        systems = new Systems();
    }

    @AfterAll
    static void stop() throws Exception {
        systems.close();
    }

    static Stream<Contestant> contestants() {
        return Arrays.stream(Contest.values()).map(Contest::contestants).flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("contestants")
    void everyContestantDoesItsJob(Contestant contestant) throws Exception {
        try (Subject subject = create(contestant.subject())) {
            Round round = play(subject, systems.surroundings(MOMENT));
            assertThat(round.failed()).isZero();
            assertThat(round.done()).isPositive();
        }
    }

    private static Round play(Subject subject, Surroundings surroundings) throws Exception {
        if (subject instanceof Caller caller) {
            Load load = caller.start(surroundings);
            return load.play(MOMENT.round());
        }
        try (EventLoad events = new EventLoad(((Receiver) subject).start(surroundings), MOMENT.underWay())) {
            return events.play(MOMENT.round());
        }
    }

    static Stream<Class<? extends Sizing>> sizings() {
        return Arrays.stream(Growth.values()).map(Growth::sizings).flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("sizings")
    void everyGrowthIsMeasured(Class<? extends Sizing> growth) throws Exception {
        try (Sizing sizing = create(growth)) {
            Map<String, Double> figures = sizing.measure(systems.surroundings(MOMENT));
            assertThat(figures).isNotEmpty();
            assertThat(figures.values()).allSatisfy(figure -> assertThat(figure).isFinite());
        }
    }

    private static <S extends Subject> S create(Class<S> subject) throws ReflectiveOperationException {
        return subject.getDeclaredConstructor().newInstance();
    }
}
