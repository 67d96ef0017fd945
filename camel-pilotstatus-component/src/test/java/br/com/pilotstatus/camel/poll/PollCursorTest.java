/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.com.pilotstatus.camel.store.ClaimStore;
import br.com.pilotstatus.camel.store.MemoryClaimStore;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PollCursorTest {

    private static final Instant NOON = Instant.parse("2026-08-01T12:00:00Z");

    private Instant now = NOON;
    private final ClaimStore inbox = new MemoryClaimStore(10, Duration.ofHours(24), () -> now);
    private final PollCursor cursor = new PollCursor(inbox, "poll|a");

    @Test
    void theFirstStartBecomesThePosition() {
        assertThat(cursor.read(NOON)).hasValue(new PollPosition(NOON, NOON));
        assertThat(new PollCursor(inbox, "poll|a").read(NOON.plusSeconds(60))).hasValue(new PollPosition(NOON, NOON));
    }

    @Test
    void aPositionThatWasKeptIsReadAgain() {
        PollPosition position = new PollPosition(NOON, NOON.plusSeconds(5));
        cursor.keep(position);

        assertThat(cursor.read(NOON.plusSeconds(60))).hasValue(position);
    }

    @Test
    void consumersOfDifferentNamesKeepTheirOwn() {
        cursor.keep(new PollPosition(NOON, NOON.plusSeconds(5)));

        assertThat(new PollCursor(inbox, "poll|b").read(NOON)).hasValue(new PollPosition(NOON, NOON));
    }

    @Test
    void whileAnotherNodeDecidesThereIsNoPosition() {
        inbox.claim("poll|a|position", "", Duration.ofMinutes(5));

        assertThat(cursor.read(NOON)).isEmpty();
    }

    @Test
    void whatIsKeptAgainAndAgainIsNotForgotten() {
        PollPosition position = new PollPosition(NOON, NOON);
        for (int hour = 0; hour < 48; hour++) {
            cursor.keep(position);
            now = now.plus(Duration.ofHours(1));
        }

        assertThat(cursor.read(now)).hasValue(position);
    }

    @Test
    void whatSomebodyElseWroteIsNotTakenForAPosition() {
        inbox.done("poll|a|position", "2026");

        assertThatThrownBy(() -> cursor.read(NOON)).hasMessageContaining("is no position");
    }
}
