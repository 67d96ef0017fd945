/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.link;

import br.com.pilotstatus.camel.client.CallInProgress;
import br.com.pilotstatus.camel.client.HttpCall;
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
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import org.apache.hc.client5.http.async.methods.ConfigurableHttpRequest;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.nio.support.BasicRequestProducer;

/**
 * One try to fetch a link, over its redirects. Each host is looked up once and called at an address that was checked, so
 * no second look-up can lead elsewhere. Ends exactly once.
 */
final class LinkTry implements CallInProgress.Try {

    private static final int MAX_REDIRECTS = 3;
    /** Of a host with more addresses the others are left out. */
    private static final int MAX_ADDRESSES = 4;

    private final CloseableHttpAsyncClient http;
    private final LinkHosts hosts;
    private final LinkRules rules;
    private final RequestConfig config;
    private final LinkFailures failures;
    private final CompletableFuture<LinkAnswer> result = new CompletableFuture<>();
    private final Set<Future<?>> running = ConcurrentHashMap.newKeySet();

    LinkTry(
            CloseableHttpAsyncClient http,
            LinkHosts hosts,
            LinkRules rules,
            RequestConfig config,
            LinkFailures failures) {
        this.http = http;
        this.hosts = hosts;
        this.rules = rules;
        this.config = config;
        this.failures = failures;
    }

    /** Ends with the media, or with a {@link PilotStatusException}. */
    CompletableFuture<LinkAnswer> start(MediaLink link) {
        if (!result.isDone()) {
            guarded(() -> visit(link, 0));
        }
        return result;
    }

    @Override
    public void giveUp(CallInProgress.Reason reason) {
        result.completeExceptionally(failures.noAnswer(reason.text()));
        running.forEach(request -> request.cancel(true));
    }

    @SuppressWarnings("FutureReturnValueIgnored") // The last stage ends the result itself, and cannot fail.
    private void visit(MediaLink link, int redirects) {
        hosts.addresses(link, rules)
                .whenComplete((addresses, failure) -> guarded(() -> {
                    if (failure != null) {
                        fail(failure, redirects);
                    } else if (!result.isDone()) {
                        call(link, redirects, addressesToTry(addresses));
                    }
                }));
    }

    private static Iterator<InetAddress> addressesToTry(List<InetAddress> addresses) {
        return addresses.isEmpty()
                ? Collections.<InetAddress>singletonList(null).iterator()
                : addresses.stream().limit(MAX_ADDRESSES).iterator();
    }

    private void call(MediaLink link, int redirects, Iterator<InetAddress> addresses) {
        HttpHost target = link.target(addresses.next());
        ConfigurableHttpRequest head = new ConfigurableHttpRequest("GET", target, link.pathAndQuery());
        head.setConfig(config);
        head.setHeader("Accept", "*/*");
        head.setHeader("Accept-Encoding", "identity");
        LinkAnswerConsumer consumer = new LinkAnswerConsumer(rules.maxSize());
        FutureCallback<LinkAnswer> callback = new FutureCallback<>() {
            @Override
            public void completed(LinkAnswer answer) {
                guarded(() -> conclude(link, redirects, answer));
            }

            @Override
            public void failed(Exception cause) {
                guarded(() -> {
                    if (HttpCall.neverConnected(cause) && addresses.hasNext() && !result.isDone()) {
                        call(link, redirects, addresses);
                    } else {
                        broken(link, redirects, consumer, HttpCall.reason(cause));
                    }
                });
            }

            @Override
            public void cancelled() {
                result.completeExceptionally(failures.noAnswer("it was cancelled"));
            }
        };
        // Named once more, since the request itself does not carry the address that was checked.
        Future<LinkAnswer> request =
                http.execute(target, new BasicRequestProducer(head, null), consumer, null, null, callback);
        running.add(request);
        if (result.isDone()) {
            request.cancel(true);
        }
    }

    private void conclude(MediaLink link, int redirects, LinkAnswer answer) {
        if (answer.redirects()) {
            if (redirects == MAX_REDIRECTS) {
                result.completeExceptionally(failures.tooManyRedirects(answer, MAX_REDIRECTS));
                return;
            }
            MediaLink next;
            try {
                next = link.redirectedTo(answer.location(), rules);
            } catch (PilotStatusValidationException rule) {
                result.completeExceptionally(failures.redirectRefused(rule));
                return;
            }
            visit(next, redirects + 1);
        } else if (!answer.holdsMedia()) {
            result.completeExceptionally(failures.refused(answer));
        } else if (answer.body() == null || answer.body().length == 0) {
            result.completeExceptionally(failures.unusable(ErrorCode.MEDIA_INVALID, answer, "is empty"));
        } else {
            result.complete(answer.withAttempts(failures.attempt()));
        }
    }

    private void broken(MediaLink link, int redirects, LinkAnswerConsumer consumer, String reason) {
        LinkAnswer head = consumer.head();
        if (consumer.refusal() != null) {
            result.completeExceptionally(failures.unusable(consumer.refusalCode(), head, consumer.refusal()));
        } else if (head != null && !head.holdsMedia()) {
            conclude(link, redirects, head);
        } else {
            result.completeExceptionally(failures.noAnswer(reason));
        }
    }

    private void fail(Throwable failure, int redirects) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        if (cause instanceof PilotStatusValidationException rule) {
            result.completeExceptionally(redirects == 0 ? rule : failures.redirectRefused(rule));
        } else if (cause instanceof UnknownHostException) {
            result.completeExceptionally(failures.noAnswer("the host is unknown"));
        } else {
            result.completeExceptionally(cause);
        }
    }

    /** Whatever goes wrong in a step ends the try. */
    private void guarded(Runnable step) {
        try {
            step.run();
        } catch (Throwable e) {
            result.completeExceptionally(
                    failures.noAnswer("the client failed (" + e.getClass().getSimpleName() + ")"));
        }
    }
}
