/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.receive;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.pilotstatus.camel.LogRecorder;
import br.com.pilotstatus.camel.event.Objection;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RefusalLogTest {

    private Instant now = Instant.parse("2026-08-01T12:00:00Z");

    @Test
    void afterAMinuteItIsSaidHowManyThereWereMeanwhile() {
        RefusalLog refusals = new RefusalLog("/hook", () -> now);

        try (LogRecorder log = new LogRecorder()) {
            refusals.add(Objection.NO_TOKEN);
            refusals.add(Objection.WRONG_TOKEN);
            refusals.add(Objection.WRONG_TOKEN);
            now = now.plus(Duration.ofSeconds(59));
            refusals.add(Objection.NO_TOKEN);
            assertThat(log.lines("refused with 401")).hasSize(1);

            now = now.plus(Duration.ofSeconds(1));
            refusals.add(Objection.NO_TOKEN);
            assertThat(log.lines("2 requests to /hook refused with 401: it carries no token"))
                    .hasSize(1);
            assertThat(log.lines("2 requests to /hook refused with 401: its token"))
                    .hasSize(1);
        }
    }
}
