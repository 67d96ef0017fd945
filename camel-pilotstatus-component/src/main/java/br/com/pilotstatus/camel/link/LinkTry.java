/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.link;

import br.com.pilotstatus.camel.client.AbandonReason;
import br.com.pilotstatus.camel.client.CallTry;
import br.com.pilotstatus.camel.client.HttpCall;
import br.com.pilotstatus.camel.client.Reply;
import br.com.pilotstatus.camel.error.ErrorCode;
import br.com.pilotstatus.camel.error.PilotStatusException;
import br.com.pilotstatus.camel.error.PilotStatusValidationException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import org.apache.hc.core5.http.ContentTooLongException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpStatus;

/**
 * One try to fetch a link, over its redirects. Each host is looked up once and called at an address that was checked, so
 * no second look-up can lead elsewhere. Ends exactly once.
 */
final class LinkTry implements CallTry {

    private static final int MAX_REDIRECTS = 3;
    /** Of a host with more addresses the others are left out. */
    private static final int MAX_ADDRESSES = 4;

    private static final Set<Integer> REDIRECTS = Set.of(
            HttpStatus.SC_MOVED_PERMANENTLY,
            HttpStatus.SC_MOVED_TEMPORARILY,
            HttpStatus.SC_SEE_OTHER,
            HttpStatus.SC_TEMPORARY_REDIRECT,
            HttpStatus.SC_PERMANENT_REDIRECT);

    private final BiFunction<MediaLink, InetAddress, HttpCall> calls;
    private final LinkHosts hosts;
    private final LinkRules rules;
    private final Executor threads;
    private final LinkFailures failures;
    private final CompletableFuture<LinkAnswer> result = new CompletableFuture<>();
    private volatile HttpCall current;

    /**
     * @param calls   makes the call of a link at an address, or at none to leave it to the proxy
     * @param threads where look-ups may take their time
     */
    LinkTry(
            BiFunction<MediaLink, InetAddress, HttpCall> calls,
            LinkHosts hosts,
            LinkRules rules,
            Executor threads,
            LinkFailures failures) {
        this.calls = calls;
        this.hosts = hosts;
        this.rules = rules;
        this.threads = threads;
        this.failures = failures;
    }

    /** Ends with the media, or with a {@link PilotStatusException}. */
    CompletableFuture<LinkAnswer> start(MediaLink link) {
        onward(() -> visit(link, 0));
        return result;
    }

    @Override
    public void giveUp(AbandonReason reason) {
        fail(failures.noAnswer(reason.text()));
        HttpCall running = current;
        if (running != null) {
            running.giveUp(reason);
        }
    }

    private void visit(MediaLink link, int redirects) {
        List<InetAddress> addresses;
        try {
            addresses = hosts.addresses(link, rules);
        } catch (UnknownHostException e) {
            fail(failures.noAnswer("the host is unknown"));
            return;
        } catch (PilotStatusValidationException rule) {
            fail(redirects == 0 ? rule : failures.redirectRefused(rule));
            return;
        }
        call(
                link,
                redirects,
                addresses.isEmpty()
                        ? Collections.<InetAddress>singletonList(null).iterator()
                        : addresses.stream().limit(MAX_ADDRESSES).iterator());
    }

    @SuppressWarnings("FutureReturnValueIgnored") // The last stage ends the result itself, and cannot fail.
    private void call(MediaLink link, int redirects, Iterator<InetAddress> addresses) {
        HttpCall next = calls.apply(link, addresses.next());
        current = next;
        if (result.isDone()) {
            return;
        }
        next.reply()
                .whenComplete((reply, none) -> guarded(() -> {
                    if (reply instanceof Reply.Answered answered) {
                        conclude(link, redirects, answered);
                    } else if (reply instanceof Reply.NotSent && addresses.hasNext()) {
                        onward(() -> call(link, redirects, addresses));
                    } else {
                        fail(failures.noAnswer(reply.reason()));
                    }
                }));
        next.start();
    }

    private void conclude(MediaLink link, int redirects, Reply.Answered reply) {
        int status = reply.answer().status();
        byte[] media = reply.answer().body();
        if (REDIRECTS.contains(status)) {
            follow(link, redirects, status, reply.answer().header(HttpHeaders.LOCATION));
        } else if (status != HttpStatus.SC_OK) {
            fail(failures.refused(status, reply.answer().header(HttpHeaders.RETRY_AFTER)));
        } else if (compressed(reply.answer().header(HttpHeaders.CONTENT_ENCODING))) {
            fail(failures.unusable(ErrorCode.MEDIA_INVALID, "is compressed, although that was not asked for"));
        } else if (reply.cause() instanceof ContentTooLongException) {
            fail(failures.unusable(
                    ErrorCode.MEDIA_TOO_LARGE, "is larger than maxMediaSize, " + rules.maxSize() + " bytes"));
        } else if (media == null) {
            fail(failures.noAnswer(reply.reason()));
        } else if (media.length == 0) {
            fail(failures.unusable(ErrorCode.MEDIA_INVALID, "is empty"));
        } else {
            result.complete(
                    new LinkAnswer(status, reply.answer().header(HttpHeaders.CONTENT_TYPE), media, failures.attempt()));
        }
    }

    private static boolean compressed(String encoding) {
        return encoding != null && !"identity".equalsIgnoreCase(encoding.trim());
    }

    private void follow(MediaLink link, int redirects, int status, String location) {
        if (redirects == MAX_REDIRECTS) {
            fail(failures.tooManyRedirects(status, MAX_REDIRECTS));
            return;
        }
        try {
            MediaLink next = link.redirectedTo(location, rules);
            onward(() -> visit(next, redirects + 1));
        } catch (PilotStatusValidationException rule) {
            fail(failures.redirectRefused(rule));
        }
    }

    private void fail(PilotStatusException failure) {
        result.completeExceptionally(failure);
    }

    /** Goes on where a look-up, be it that of the proxy, holds up no thread that serves connections. */
    private void onward(Runnable step) {
        guarded(() -> threads.execute(() -> guarded(() -> {
            if (!result.isDone()) {
                step.run();
            }
        })));
    }

    /** Whatever goes wrong in a step ends the try. */
    private void guarded(Runnable step) {
        try {
            step.run();
        } catch (Throwable e) {
            fail(failures.noAnswer("the client failed (" + e.getClass().getSimpleName() + ")"));
        }
    }
}
