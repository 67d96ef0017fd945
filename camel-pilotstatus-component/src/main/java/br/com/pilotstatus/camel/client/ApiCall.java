/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.client;

import br.com.pilotstatus.camel.api.Answers;
import br.com.pilotstatus.camel.api.ApiRequest;
import br.com.pilotstatus.camel.api.ApiResponse;
import br.com.pilotstatus.camel.error.ErrorCode;
import br.com.pilotstatus.camel.error.Outcome;
import br.com.pilotstatus.camel.error.PilotStatusException;
import br.com.pilotstatus.camel.error.PilotStatusRateLimitException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import org.apache.hc.core5.http.HttpHeaders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One call of the API. A try that may have happened is not forgotten, whatever becomes of later ones. */
final class ApiCall extends CallInProgress<ApiResponse> {

    private static final Logger LOG = LoggerFactory.getLogger(ApiCall.class);

    private final ApiRequest request;
    private final CallListener listener;
    private final ApiConnections connections;
    private final KeyGate gate;
    private final CallThreads threads;
    private final Backoff backoff;
    private final ErrorMapper errors;
    private boolean mayHaveHappened;

    ApiCall(
            ApiRequest request,
            CallSettings settings,
            CallListener listener,
            ApiConnections connections,
            CallThreads threads) {
        super(settings, connections.places(), threads);
        this.request = request;
        this.listener = listener;
        this.connections = connections;
        this.gate = connections.gates().of(request);
        this.threads = threads;
        this.backoff = new Backoff(settings.maxAttempts(), settings.repeatUnknown());
        this.errors = connections.errors();
    }

    @Override
    protected Optional<Duration> turn(Duration patience) {
        return gate.reserve(settings().interval(), patience);
    }

    @Override
    protected boolean beginsAtOnce() {
        return connections.beginAtOnce(threads.starters());
    }

    @Override
    protected PilotStatusException noTurn() {
        Duration patience = settings().acquireTimeout();
        Duration pause = gate.remainingPause();
        if (pause.compareTo(patience) > 0) {
            return errors.notBegun(
                    request.operation(),
                    ErrorCode.PAUSED,
                    "the service asked to pause for another " + pause.toSeconds() + " s, longer than acquireTimeout",
                    pause);
        }
        return errors.notBegun(
                request.operation(),
                ErrorCode.NO_TURN,
                "requestsPerSecond lets no further call begin within acquireTimeout, " + patience.toMillis() + " ms",
                null);
    }

    @Override
    protected AbandonReason noPlace() {
        return new AbandonReason(
                ErrorCode.NO_PLACE,
                "too many calls are under way, and none ended within "
                        + settings().acquireTimeout().toMillis()
                        + " ms; raise maxInFlight or acquireTimeout, or send more slowly");
    }

    @Override
    protected PilotStatusException notBegun(AbandonReason reason) {
        return errors.notBegun(request.operation(), reason.code(), reason.text(), null);
    }

    @Override
    protected void admitted() {
        listener.admitted().run();
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // The last stage ends the call itself, and cannot fail.
    protected void attempt(int number) {
        HttpCall next = connections.prepare(request, settings());
        underWay(next);
        // Before it begins, since a look-up may hold that up for longer than the call may take.
        next.reply().whenComplete((reply, none) -> guarded(() -> received(reply, number)));
        next.start();
    }

    private void received(Reply reply, int attempt) {
        if (reply instanceof Reply.NotSent notSent) {
            judge(errors.notSent(request.operation(), notSent, attempt));
        } else if (reply instanceof Reply.NoVerdict noVerdict) {
            judge(errors.noVerdict(request.operation(), noVerdict, attempt));
        } else {
            answered(response(((Reply.Answered) reply).answer(), attempt));
        }
    }

    private static ApiResponse response(HttpAnswer answer, int attempt) {
        return new ApiResponse(
                answer.status(),
                answer.header(HttpHeaders.RETRY_AFTER),
                ContentEncoding.of(answer.header(HttpHeaders.CONTENT_ENCODING)),
                answer.body(),
                null,
                attempt);
    }

    private void answered(ApiResponse response) {
        if (response.accepted()
                && response.encoding() == null
                && !request.operation().reads()) {
            // The status says it all; the thread that serves connections need not read on.
            succeed(response);
            return;
        }
        Runnable reading = () ->
                guarded(() -> read(ContentEncoding.undo(response, settings().maxResponseSize())));
        try {
            threads.readers().execute(reading);
        } catch (RejectedExecutionException closed) {
            reading.run();
        }
    }

    private void read(ApiResponse response) {
        if (!response.accepted()) {
            judge(errors.refused(request.operation(), response, response.attempts()));
        } else if (request.operation().reads()) {
            readContent(response);
        } else {
            succeed(response);
        }
    }

    private void readContent(ApiResponse response) {
        ApiResponse complete;
        try {
            complete = response.withContent(Answers.read(request.operation(), response));
        } catch (PilotStatusException unreadable) {
            judge(unreadable);
            return;
        }
        succeed(complete);
    }

    private void judge(PilotStatusException latest) {
        if (latest instanceof PilotStatusRateLimitException && latest.getRetryAfter() != null) {
            gate.pause(latest.getRetryAfter());
        }
        PilotStatusException failure = mayHaveHappened ? errors.stillUnknown(request.operation(), latest) : latest;
        mayHaveHappened = failure.getOutcome() == Outcome.UNKNOWN;
        Optional<Duration> delay = backoff.delay(latest, remaining());
        Optional<Duration> turn =
                delay.isEmpty() ? delay : gate.reserve(settings().interval(), remaining());
        if (turn.isEmpty()) {
            fail(failure);
        } else {
            tryAgain(turn.get().compareTo(delay.get()) > 0 ? turn.get() : delay.get(), failure);
        }
    }

    @Override
    protected PilotStatusException broken(Throwable cause, int attempt) {
        // What it says of hosts and values stays out of the text; the cause is kept.
        String reason = "the client failed (" + cause.getClass().getSimpleName() + ")";
        return attempt == 0
                ? errors.notSent(request.operation(), new Reply.NotSent(ErrorCode.NOT_SENT, reason, cause), 0)
                : errors.noVerdict(request.operation(), new Reply.NoVerdict(reason, cause), attempt);
    }

    @Override
    protected void ended(ApiResponse response, PilotStatusException failure, Duration waited, Duration latency) {
        try {
            listener.ended()
                    .accept(
                            failure == null
                                    ? EndedCall.accepted(request.operation(), response, waited, latency)
                                    : EndedCall.failed(request.operation(), failure, waited, latency));
        } catch (Throwable e) {
            LOG.warn("The end of a call could not be noted", e);
        }
    }
}
