/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.link;

import br.com.pilotstatus.camel.client.AbandonReason;
import br.com.pilotstatus.camel.client.Backoff;
import br.com.pilotstatus.camel.client.CallInProgress;
import br.com.pilotstatus.camel.client.CallSettings;
import br.com.pilotstatus.camel.client.CallThreads;
import br.com.pilotstatus.camel.client.Places;
import br.com.pilotstatus.camel.error.ErrorCode;
import br.com.pilotstatus.camel.error.PilotStatusException;
import java.util.function.IntFunction;

/** One download from a link. It only reads, so a failure never leaves anything unknown. */
final class LinkDownload extends CallInProgress<LinkAnswer> {

    private final MediaLink link;
    private final IntFunction<LinkTry> tries;
    private final Backoff backoff;

    /** @param tries makes the try of a number, from 1 */
    LinkDownload(
            MediaLink link,
            CallSettings settings,
            IntFunction<LinkTry> tries,
            Backoff backoff,
            Places places,
            CallThreads threads) {
        super(settings, places, threads);
        this.link = link;
        this.tries = tries;
        this.backoff = backoff;
    }

    @Override
    protected AbandonReason noPlace() {
        return new AbandonReason(
                ErrorCode.NO_PLACE,
                "too many downloads are under way, and none ended within "
                        + settings().acquireTimeout().toMillis() + " ms; raise maxInFlight or acquireTimeout");
    }

    @Override
    protected PilotStatusException notBegun(AbandonReason reason) {
        return LinkFailures.notTried(reason.code(), reason.text());
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // The last stage ends the download itself, and cannot fail.
    protected void attempt(int number) {
        LinkTry next = tries.apply(number);
        underWay(next);
        next.start(link)
                .whenComplete((answer, failure) -> guarded(() -> {
                    if (failure == null) {
                        succeed(answer);
                    } else {
                        judge((PilotStatusException) failure);
                    }
                }));
    }

    private void judge(PilotStatusException failure) {
        backoff.delay(failure, remaining()).ifPresentOrElse(delay -> tryAgain(delay, failure), () -> fail(failure));
    }

    @Override
    protected PilotStatusException broken(Throwable cause, int attempt) {
        return new LinkFailures(Math.max(1, attempt))
                .noAnswer("the client failed (" + cause.getClass().getSimpleName() + ")");
    }
}
