/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.link;

import br.com.pilotstatus.camel.client.Backoff;
import br.com.pilotstatus.camel.client.CallInProgress;
import br.com.pilotstatus.camel.client.CallSettings;
import br.com.pilotstatus.camel.client.CallThreads;
import br.com.pilotstatus.camel.client.Places;
import br.com.pilotstatus.camel.error.ErrorCode;
import br.com.pilotstatus.camel.error.PilotStatusException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/** One download from a link. It only reads, so a failure never leaves anything unknown. */
final class LinkDownload extends CallInProgress<LinkAnswer> {

    private final MediaLink link;
    private final IntFunction<LinkTry> tries;
    private final Backoff backoff;
    private final Consumer<LinkDownload> settled;

    /**
     * @param tries   makes the try of a number, from 1
     * @param settled told when it makes no try any more
     */
    LinkDownload(
            MediaLink link,
            CallSettings settings,
            IntFunction<LinkTry> tries,
            Backoff backoff,
            Places places,
            CallThreads threads,
            Consumer<LinkDownload> settled) {
        super(settings, places, threads);
        this.link = link;
        this.tries = tries;
        this.backoff = backoff;
        this.settled = settled;
    }

    @Override
    public Optional<Duration> turn(Duration patience) {
        return Optional.of(Duration.ZERO);
    }

    @Override
    public boolean beginsAtOnce() {
        return true;
    }

    @Override
    public PilotStatusException noTurn() {
        return notBegun(noPlace());
    }

    @Override
    public Reason noPlace() {
        return new Reason(
                ErrorCode.NO_PLACE,
                "too many downloads are under way, and none ended within "
                        + settings().acquireTimeout().toMillis() + " ms; raise maxInFlight or acquireTimeout");
    }

    @Override
    public PilotStatusException notBegun(Reason reason) {
        return LinkFailures.notTried(reason.code(), reason.text());
    }

    @Override
    public void admitted() {
        // Nobody keeps a record of downloads.
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored")
    public // The last stage ends the download itself, and cannot fail.
    void attempt(int number) {
        LinkTry next = tries.apply(number);
        underWay(next);
        next.start(link).whenComplete((answer, failure) -> guarded(() -> conclude(answer, failure, number)));
    }

    private void conclude(LinkAnswer answer, Throwable failure, int attempt) {
        if (failure == null) {
            succeed(answer);
            return;
        }
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        PilotStatusException known =
                cause instanceof PilotStatusException exception ? exception : broken(cause, attempt);
        backoff.delay(known, remaining()).ifPresentOrElse(delay -> tryAgain(delay, known), () -> fail(known));
    }

    @Override
    public PilotStatusException broken(Throwable cause, int attempt) {
        return new LinkFailures(Math.max(1, attempt))
                .noAnswer("the client failed (" + cause.getClass().getSimpleName() + ")");
    }

    @Override
    public void settled() {
        settled.accept(this);
    }

    @Override
    public void ended(LinkAnswer answer, PilotStatusException failure, Duration waited, Duration latency) {
        // Says nothing of the service; whoever downloads counts it.
    }
}
