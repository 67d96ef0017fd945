/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.receive;

import br.com.pilotstatus.camel.event.Objection;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says why deliveries are not believed, without anything of them: at once, and then once a minute at most, since anybody can
 * cause it as often as he likes.
 */
final class RefusalLog {

    private static final Logger LOG = LoggerFactory.getLogger(RefusalLog.class);
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final String path;
    private final InstantSource clock;
    private final Map<Objection, Integer> counts = new EnumMap<>(Objection.class);
    private Instant next = Instant.MIN;

    RefusalLog(String path, InstantSource clock) {
        this.path = path;
        this.clock = clock;
    }

    synchronized void add(Objection objection) {
        counts.merge(objection, 1, Integer::sum);
        Instant now = clock.instant();
        if (now.isBefore(next)) {
            return;
        }
        counts.forEach((reason, count) -> LOG.warn(
                "{} {} to {} refused with 401: {}", count, count == 1 ? "request" : "requests", path, reason.text()));
        counts.clear();
        next = now.plus(PAUSE);
    }
}
