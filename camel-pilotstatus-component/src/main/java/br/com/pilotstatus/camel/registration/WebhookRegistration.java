/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.registration;

import br.com.pilotstatus.camel.PilotStatusConfiguration;
import br.com.pilotstatus.camel.event.EventFilter;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.camel.spi.ExecutorServiceManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Registers the webhook of a consumer on a thread of its own, and tries again until it works, so that a service that is
 * down holds up neither the route nor the events that come already.
 */
public final class WebhookRegistration {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookRegistration.class);

    private static final Duration FIRST_DELAY = Duration.ofSeconds(1);
    private static final Duration LONGEST_DELAY = Duration.ofSeconds(60);
    /** 1 s doubled this often is over the longest delay. */
    private static final int MAX_DOUBLINGS = 6;

    /** A service that hangs must not hold up the stop for longer. */
    private static final Duration REMOVAL_TIMEOUT = Duration.ofSeconds(1);

    private final String path;
    private final WebhookRegistrar registrar;
    private final ExecutorServiceManager threads;
    private CompletableFuture<Void> removal;
    private volatile ScheduledExecutorService executor;
    private volatile boolean stopping;
    private volatile String webhookId;
    private volatile RuntimeException trouble;

    WebhookRegistration(String path, WebhookRegistrar registrar, ExecutorServiceManager threads) {
        this.path = path;
        this.registrar = registrar;
        this.threads = threads;
    }

    /**
     * The registration that the options of a consumer ask for.
     *
     * @param publicUrl  where events are to be sent
     * @param token      what the address is to carry; null when deliveries prove themselves otherwise
     * @param calls      for the number of the options
     */
    public static WebhookRegistration of(
            PilotStatusConfiguration options,
            String publicUrl,
            String token,
            WebhookCalls calls,
            ExecutorServiceManager threads) {
        Subscription wanted = new Subscription(
                publicUrl, token, EventFilter.of(options.getEvents()).subscription(), options.getWhatsappNumberId());
        return new WebhookRegistration(options.getPath(), new WebhookRegistrar(calls, wanted), threads);
    }

    public synchronized void start() {
        stopping = false;
        removal = null;
        executor = threads.newSingleThreadScheduledExecutor(this, "PilotStatusRegistration");
        executor.execute(() -> attempt(0));
    }

    /** The id of the webhook; null while it is not registered. */
    public String webhookId() {
        return webhookId;
    }

    /** Why the last attempt failed; null when none did. */
    RuntimeException trouble() {
        return trouble;
    }

    private void attempt(int failures) {
        try {
            webhookId = registrar.register();
            trouble = null;
            LOG.info("Events for {} are sent by webhook {}", path, webhookId);
        } catch (RuntimeException e) {
            trouble = e;
            tryAgain(failures, e);
        }
    }

    // Nobody waits for the next attempt; it reports by itself.
    @SuppressWarnings("FutureReturnValueIgnored")
    private void tryAgain(int failures, RuntimeException e) {
        ScheduledExecutorService running = executor;
        if (stopping || running == null) {
            return;
        }
        Duration delay = delay(failures);
        LOG.warn(
                "The webhook for {} could not be registered ({}); next try in {} s",
                path,
                e.getMessage(),
                delay.plusMillis(999).toSeconds());
        running.schedule(() -> attempt(failures + 1), delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Between half of the full delay and all of it, so that nodes that started together come apart. */
    private static Duration delay(int failures) {
        long full = Math.min(FIRST_DELAY.toMillis() << Math.min(failures, MAX_DOUBLINGS), LONGEST_DELAY.toMillis());
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(full / 2, full + 1));
    }

    /** Begins to remove the webhook from the service, for which {@link #stop} waits; does nothing when that has begun. */
    public synchronized void unregister() {
        stopping = true;
        // The consumer may not have been able to start, and is stopped all the same.
        if (executor != null && removal == null) {
            // On the thread of the attempts: one that is under way comes to its end first, and what it creates is
            // removed.
            removal = CompletableFuture.runAsync(this::remove, executor)
                    .orTimeout(REMOVAL_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void remove() {
        registrar.unregister();
        webhookId = null;
    }

    /** Ends the attempts. Waits for a removal that has begun, for a short time at most. */
    public void stop() {
        stopping = true;
        ScheduledExecutorService running;
        CompletableFuture<Void> begun;
        synchronized (this) {
            running = executor;
            begun = removal;
            executor = null;
        }
        if (begun != null) {
            awaitEnd(begun);
        }
        if (running != null) {
            threads.shutdownNow(running);
        }
    }

    private void awaitEnd(CompletableFuture<Void> begun) {
        try {
            begun.get();
        } catch (ExecutionException e) {
            warnOfRest(
                    e.getCause() instanceof TimeoutException
                            ? "no answer within " + REMOVAL_TIMEOUT.toMillis() + " ms"
                            : e.getCause().getMessage());
        } catch (InterruptedException e) {
            warnOfRest("the stop was interrupted");
            Thread.currentThread().interrupt();
        }
    }

    private void warnOfRest(String reason) {
        LOG.warn("The webhook for {} could not be removed and may stay registered: {}", path, reason);
    }
}
