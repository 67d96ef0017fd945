/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.observe;

import br.com.pilotstatus.camel.store.ClaimKeeper;
import java.util.Map;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;

/** Down while outcomes of sends or events wait for a journal or inbox that is away. Asks nobody. */
final class ClaimsHealthCheck extends AbstractHealthCheck {

    private final ClaimKeeper claims;

    /** @param component name of the component that the claims are of */
    ClaimsHealthCheck(String component, ClaimKeeper claims) {
        super("camel", component + "-claims");
        this.claims = claims;
    }

    @Override
    public boolean isLiveness() {
        // A restart would lose what waits.
        return false;
    }

    @Override
    protected void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
        int waiting = claims.waiting();
        if (waiting == 0) {
            builder.up();
            return;
        }
        builder.down();
        builder.message("What came of sends or events could not be written to the journal or inbox yet");
        builder.detail("waiting", waiting);
    }
}
