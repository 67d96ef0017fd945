/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.observe;

import br.com.pilotstatus.camel.client.EndedCall;
import br.com.pilotstatus.camel.error.Outcome;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;

/**
 * Judges the service by the calls that an endpoint makes anyway, and sends nothing itself. Down from the call that shows
 * that calls do not get through, until one shows that they do; up before the first.
 */
public final class PilotStatusHealthCheck extends AbstractHealthCheck {

    private final String endpointUri;
    private final InstantSource clock;
    private final AtomicReference<Trouble> trouble = new AtomicReference<>();

    private enum Reason {
        UNREACHABLE("Pilot Status gave no answer"),
        KEY_REFUSED("Pilot Status does not accept the key"),
        UNKNOWN("It is unknown what became of the last call");

        private final String text;

        Reason(String text) {
            this.text = text;
        }
    }

    private record Trouble(Reason reason, Instant since, int failures, EndedCall last) {}

    public PilotStatusHealthCheck(String id, String endpointUri, InstantSource clock) {
        super("camel", id);
        this.endpointUri = endpointUri;
        this.clock = clock;
    }

    /** Hears of a call, on whatever thread it ended. */
    public void ended(EndedCall call) {
        if (call.attempts() == 0) {
            // It waited for its turn in vain, which says nothing of the service.
            return;
        }
        Optional<Reason> reason = reason(call);
        trouble.updateAndGet(before -> reason.map(current -> before == null
                        ? new Trouble(current, clock.instant(), 1, call)
                        : new Trouble(current, before.since(), before.failures() + 1, call))
                .orElse(null));
    }

    private static Optional<Reason> reason(EndedCall call) {
        if (call.outcome() == Outcome.UNKNOWN) {
            return Optional.of(Reason.UNKNOWN);
        }
        if (call.status() == null) {
            return Optional.of(Reason.UNREACHABLE);
        }
        return call.status() == 401 || call.status() == 403 ? Optional.of(Reason.KEY_REFUSED) : Optional.empty();
    }

    @Override
    protected void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
        Trouble now = trouble.get();
        if (now == null) {
            builder.up();
            return;
        }
        builder.down();
        builder.message(now.reason().text);
        builder.detail(ENDPOINT_URI, endpointUri);
        builder.detail("operation", now.last().operation().operationName());
        builder.detail("since", now.since().toString());
        builder.detail(FAILURE_ERROR_COUNT, now.failures());
        if (now.last().errorCode() != null) {
            builder.detail(SERVICE_ERROR_CODE, now.last().errorCode());
        }
        if (now.last().status() != null) {
            builder.detail(HTTP_RESPONSE_CODE, now.last().status());
        }
    }
}
