/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PollRoundTest {

    private static final Instant NOON = Instant.parse("2026-08-01T12:00:00Z");
    private static final Duration OVERLAP = Duration.ofHours(1);

    private final PollPosition position = new PollPosition(NOON.minus(Duration.ofDays(5)), NOON.minusSeconds(600));
    private final PollRound round = PollRound.begin(position, OVERLAP, NOON);

    @Test
    void itBeginsTheOverlapBeforeThePosition() {
        assertThat(round.from()).isEqualTo(position.upTo().minus(OVERLAP));
    }

    @Test
    void itBeginsNoEarlierThanTheHistory() {
        PollPosition old = PollPosition.startingAt(NOON.minus(Duration.ofDays(90)));

        assertThat(PollRound.begin(old, OVERLAP, NOON).from()).isEqualTo(NOON.minus(HistoryReader.KEPT));
    }

    @Test
    void whatCameAfterItBeganIsLookedForAgainHoweverLongItTakes() {
        PollPosition reached =
                round.goOn(NOON.minusSeconds(60)).reached(position, OVERLAP, null, NOON.plus(Duration.ofDays(1)));

        assertThat(reached.upTo()).isEqualTo(NOON);
    }

    @Test
    void whatIsLeftInOneSliceHoldsThePositionInTheNext() {
        Instant left = NOON.minusSeconds(3000);
        PollRound later = round.leaving(left).goOn(NOON.minusSeconds(60)).leaving(NOON.minusSeconds(30));

        assertThat(later.reached(position, OVERLAP, null, NOON).upTo()).isEqualTo(left);
    }

    @Test
    void missingMessagesHoldThePositionNoLongerThanWhatIsLookedAtAnyhow() {
        PollPosition behind = new PollPosition(position.since(), NOON.minus(Duration.ofDays(2)));

        assertThat(round.missing(behind, OVERLAP).left()).isEqualTo(NOON.minus(Duration.ofHours(1)));
    }
}
