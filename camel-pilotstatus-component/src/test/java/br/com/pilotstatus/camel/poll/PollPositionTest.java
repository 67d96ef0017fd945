/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PollPositionTest {

    private static final Instant NOON = Instant.parse("2026-08-01T12:00:00Z");

    @Test
    void itBeginsWithTheSecondOfTheStart() {
        assertThat(PollPosition.startingAt(NOON.plusMillis(700))).isEqualTo(new PollPosition(NOON, NOON));
    }

    @Test
    void itIsReadAsItWasWritten() {
        PollPosition position = new PollPosition(NOON, NOON.plusNanos(123_456_789));

        assertThat(PollPosition.parse(position.toText())).isEqualTo(position);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2026-08-01T12:00:00Z", "a/b", "2026-08-01T12:00:00Z/x", "a/b/c"})
    void anythingElseIsNoPosition(String text) {
        assertThatThrownBy(() -> PollPosition.parse(text))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("is no position");
    }

    @Test
    void itLooksBackByTheOverlap() {
        assertThat(new PollPosition(NOON, NOON.plusSeconds(7200)).lookFrom(Duration.ofHours(1)))
                .isEqualTo(NOON.plusSeconds(3600));
    }

    @Test
    void itNeverLooksBackBeforeItsBeginning() {
        assertThat(new PollPosition(NOON, NOON.plusSeconds(60)).lookFrom(Duration.ofHours(1)))
                .isEqualTo(NOON);
    }

    @Test
    void itDoesNotPassWhatMustComeAgain() {
        PollPosition position = new PollPosition(NOON, NOON);

        assertThat(position.movedTo(NOON.plusSeconds(60), null).upTo()).isEqualTo(NOON.plusSeconds(60));
        assertThat(position.movedTo(NOON.plusSeconds(60), NOON.plusSeconds(7)).upTo())
                .isEqualTo(NOON.plusSeconds(7));
        assertThat(position.movedTo(NOON.plusSeconds(60), NOON.plusSeconds(99)).upTo())
                .isEqualTo(NOON.plusSeconds(60));
    }

    @Test
    void itNeverMovesBeforeItsBeginning() {
        assertThat(new PollPosition(NOON, NOON)
                        .movedTo(NOON.minusSeconds(5), null)
                        .upTo())
                .isEqualTo(NOON);
    }
}
