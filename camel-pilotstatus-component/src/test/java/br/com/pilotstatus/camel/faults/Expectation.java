/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.faults;

import br.com.pilotstatus.camel.error.Outcome;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a route may hear of a call under a fault, by the rule of the documentation: one verdict, or, where nobody can say
 * whether the request left, one of two.
 */
record Expectation(Set<Verdict> allowed) {

    static final int MAX_ATTEMPTS = 3;

    private static final String NOT_ANSWERED = "PilotStatusTransportException";
    private static final String SERVER = "PilotStatusServerException";
    private static final String RATE_LIMIT = "PilotStatusRateLimitException";
    private static final String UNKNOWN = "PilotStatusOutcomeUnknownException";

    /**
     * How a call ended.
     *
     * @param outcome   as the route hears it
     * @param exception simple name; empty when there is none
     * @param attempts  tries
     * @param done      how often the service did it
     */
    record Verdict(Outcome outcome, String exception, int attempts, long done) {

        private String type() {
            return exception.isEmpty()
                    ? outcome.name()
                    : outcome + ": " + exception.replaceAll("PilotStatus|Exception", "");
        }

        /** In words, such as <code>REFUSED: RateLimit, 3 tries</code>. */
        String text() {
            return type() + (attempts == 1 ? "" : ", " + attempts + " tries");
        }
    }

    static Expectation of(FaultCase fault, ApiCall call) {
        Set<Verdict> allowed = new LinkedHashSet<>();
        if (fault.arrives() != FaultCase.Arrival.ALWAYS) {
            allowed.add(retried(fault, Outcome.REFUSED, NOT_ANSWERED));
        }
        if (fault.arrives() != FaultCase.Arrival.NEVER) {
            allowed.add(sent(fault, call));
        }
        return new Expectation(allowed);
    }

    /** The rule for a request that was sent. */
    private static Verdict sent(FaultCase fault, ApiCall call) {
        int status = fault.status();
        boolean success = status >= 200 && status < 300;
        long done = fault.acts() && !call.reads() ? 1 : 0;
        if (success && (fault.intact() || !call.reads())) {
            return new Verdict(Outcome.ACCEPTED, "", 1, done);
        }
        if (status == 429) {
            return repeated(fault, call, RATE_LIMIT);
        }
        if (status == 503 && fault.intact()) {
            return repeated(fault, call, SERVER);
        }
        if (!call.reads()) {
            return new Verdict(Outcome.UNKNOWN, UNKNOWN, 1, done);
        }
        if (status >= 300 && status < 400) {
            return new Verdict(Outcome.REFUSED, SERVER, 1, 0);
        }
        return repeated(fault, call, status >= 500 ? SERVER : NOT_ANSWERED);
    }

    private static Verdict repeated(FaultCase fault, ApiCall call, String exception) {
        return fault.once()
                ? new Verdict(Outcome.ACCEPTED, "", 2, call.reads() ? 0 : 1)
                : retried(fault, Outcome.REFUSED, exception);
    }

    private static Verdict retried(FaultCase fault, Outcome outcome, String exception) {
        return new Verdict(outcome, exception, fault.hopeless() ? 1 : MAX_ATTEMPTS, 0);
    }

    /** Where the race between writing and reset decides anew at each try, the number of tries is left open. */
    boolean allows(Verdict seen) {
        return allowed.size() == 1
                ? allowed.contains(seen)
                : allowed.stream().anyMatch(one -> one.type().equals(seen.type()) && one.done() == seen.done())
                        && seen.attempts() <= MAX_ATTEMPTS;
    }

    /** The words for the table: what was seen, where the rule leaves no choice. */
    String text(Verdict seen) {
        return allowed.size() == 1
                ? seen.text()
                : allowed.stream().map(Verdict::type).distinct().collect(Collectors.joining(" or "));
    }
}
