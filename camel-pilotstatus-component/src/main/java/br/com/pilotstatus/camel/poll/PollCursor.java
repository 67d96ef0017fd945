/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.poll;

import br.com.pilotstatus.camel.store.ClaimStore;
import br.com.pilotstatus.camel.store.ClaimStore.Claim;
import br.com.pilotstatus.camel.store.MemoryClaimStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Keeps the position of a consumer in its inbox, where it lives as long as the record of what was processed. Nodes that
 * share an inbox share the position, and the first one decides where they begin.
 */
public final class PollCursor {

    private static final Logger LOG = LoggerFactory.getLogger(PollCursor.class);

    /** How long others wait for a node that died while it decided. */
    private static final Duration LEASE = Duration.ofMinutes(1);

    private final ClaimStore inbox;
    private final String subscription;
    private final String key;

    public PollCursor(ClaimStore inbox, String subscription) {
        this.inbox = inbox;
        this.subscription = subscription;
        this.key = subscription + "|position";
    }

    /**
     * The position; the first time, the given start becomes it.
     *
     * @return empty while another node is about to decide where to begin
     */
    public Optional<PollPosition> read(Instant started) {
        Optional<String> kept = inbox.result(key);
        if (kept.isPresent()) {
            return kept.map(PollPosition::parse);
        }
        Claim claim = inbox.claim(key, "", LEASE);
        return switch (claim.status()) {
            case DONE -> Optional.of(PollPosition.parse(claim.result()));
            case BUSY -> Optional.empty();
            case CLAIMED -> Optional.of(begin(started));
        };
    }

    private PollPosition begin(Instant started) {
        PollPosition position = PollPosition.startingAt(started);
        keep(position);
        // A store in memory knows nothing at each start; one that lasts does so once, or has forgotten.
        LOG.atLevel(inbox instanceof MemoryClaimStore ? Level.INFO : Level.WARN)
                .log(
                        "The inbox knows no position of {}: this is its first start, or it was away for longer than the"
                                + " inbox remembers. It begins at {}; older messages will not be processed",
                        subscription,
                        position.since());
        return position;
    }

    /** Also when it has not moved, since an inbox forgets what has not been written for long. */
    public void keep(PollPosition position) {
        inbox.done(key, position.toText());
    }
}
