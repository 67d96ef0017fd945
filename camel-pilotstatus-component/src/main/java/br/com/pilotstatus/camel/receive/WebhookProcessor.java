/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.receive;

import br.com.pilotstatus.camel.PilotStatusConfiguration;
import br.com.pilotstatus.camel.PilotStatusReceiveConfiguration;
import br.com.pilotstatus.camel.WebhookVerification;
import br.com.pilotstatus.camel.event.EventFilter;
import br.com.pilotstatus.camel.http.FixedAnswer;
import br.com.pilotstatus.camel.http.RequestGate;
import br.com.pilotstatus.camel.http.RequestHead;
import br.com.pilotstatus.camel.model.CommaText;
import br.com.pilotstatus.camel.observe.Counts;
import br.com.pilotstatus.camel.observe.PilotStatusMetrics;
import br.com.pilotstatus.camel.store.ClaimKeeper;
import br.com.pilotstatus.camel.store.ClaimStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.DefaultConsumer;

/**
 * Answers the requests to one path: those that bring events, and Meta's question who is there. Stands before their bodies as
 * well, where a server allows it: what lacks a token, or is no JSON, costs no more than its head.
 */
public final class WebhookProcessor implements Processor, RequestGate {

    private final PilotStatusConfiguration options;
    private final PilotStatusReceiveConfiguration receive;
    private final WebhookSecurity security;
    private final VerificationRequest verification;
    private final WebhookRequestReader reader;
    private final EventFilter filter;
    private final AtomicInteger underWay = new AtomicInteger();
    private final Counts<WebhookAnswer> answers = new Counts<>(WebhookAnswer.class);
    private DefaultConsumer consumer;
    private WebhookReceiver receiver;
    private PilotStatusMetrics metrics;

    /** Fails with IllegalArgumentException when an option is missing or does not fit the others. */
    public WebhookProcessor(PilotStatusConfiguration options, PilotStatusReceiveConfiguration receive) {
        this.options = options;
        this.receive = receive;
        security = WebhookSecurity.of(options, receive.getVerifier());
        verification = new VerificationRequest(CommaText.names(receive.getVerifyToken()));
        filter = EventFilter.of(options.getEvents());
        reader = new WebhookRequestReader(options.getMaxPayloadSize(), Duration.ofMillis(options.getBodyTimeout()));
        if (receive.getMaxEventAge() < 0) {
            throw new IllegalArgumentException("The option maxEventAge must not be negative");
        }
    }

    /**
     * Says what is needed before the first request.
     *
     * @param consumer takes the events, as long as it is started
     * @param server   name of the server that the requests come from
     */
    public void open(
            DefaultConsumer consumer, String server, ClaimStore inbox, ClaimKeeper claims, PilotStatusMetrics metrics) {
        this.consumer = consumer;
        this.metrics = metrics;
        InstantSource clock = InstantSource.system();
        EventScope scope = new EventScope(
                inbox,
                clock,
                consumer.getExceptionHandler()::handleException,
                receive.getSubscriptionName(),
                options.getPath(),
                server,
                security.credentials(options));
        receiver = new WebhookReceiver(
                options.getPath(),
                reader,
                security.verifier(),
                filter,
                new EventDispatcher(consumer, inbox, claims),
                scope,
                Duration.ofMillis(receive.getMaxEventAge()),
                clock,
                new RefusalLog(options.getPath(), clock));
    }

    @Override
    public void process(Exchange http) {
        underWay.incrementAndGet();
        WebhookAnswer answer = WebhookAnswer.FAILED;
        String challenge = null;
        try {
            // Asked after counting, so that an event is either turned away or waited for. Some servers keep serving the
            // path of a consumer that was stopped.
            challenge = verification.challenge(http);
            answer = consumer.isStartingOrStarted() ? answer(http, challenge) : WebhookAnswer.UNAVAILABLE;
            counted(answer);
        } finally {
            // Whatever was thrown: a message that is left as it came goes back to the sender.
            answer.writeTo(http, answer == WebhookAnswer.VERIFIED ? challenge : answer.text());
            underWay.decrementAndGet();
        }
    }

    private WebhookAnswer answer(Exchange http, String challenge) {
        if (challenge == null) {
            return receiver.receive(http);
        }
        return verification.isGenuine(http) ? WebhookAnswer.VERIFIED : WebhookAnswer.UNAUTHORIZED;
    }

    private WebhookAnswer counted(WebhookAnswer answer) {
        answers.add(answer);
        metrics.answered(answer.name());
        return answer;
    }

    @Override
    public Optional<FixedAnswer> refusal(RequestHead head) {
        Optional<WebhookAnswer> refusal =
                consumer.isStartingOrStarted() ? receiver.refusal(head) : Optional.of(WebhookAnswer.UNAVAILABLE);
        return refusal.map(this::counted);
    }

    @Override
    public FixedAnswer answer(Trouble trouble) {
        return counted(
                switch (trouble) {
                    case TOO_LARGE -> WebhookAnswer.TOO_LARGE;
                    case TOO_SLOW -> WebhookAnswer.TOO_SLOW;
                    case NO_LENGTH -> WebhookAnswer.LENGTH_REQUIRED;
                    case BROKEN -> WebhookAnswer.FAILED;
                });
    }

    @Override
    public int maxBodySize() {
        return reader.maxPayloadSize();
    }

    @Override
    public Duration bodyTimeout() {
        return reader.bodyTimeout();
    }

    /** The methods of the requests that are answered here, separated by commas. */
    public String methods() {
        return verification.isExpected() ? "GET,POST" : "POST";
    }

    /** What a delivery must carry to be believed. */
    public Set<WebhookVerification> ways() {
        return security.ways();
    }

    /** What the operator should know about it, one sentence each. */
    public List<String> warnings() {
        return security.warnings();
    }

    /** The token that the address must carry which is told to the service; null when deliveries prove themselves otherwise. */
    public String token() {
        return security.ways().contains(WebhookVerification.TOKEN)
                ? security.credentials(options).get(0)
                : null;
    }

    /** Requests under way, up to the point where the inbox knows what became of their events. */
    public int underWay() {
        return underWay.get();
    }

    /** How many requests got this answer. */
    public long count(WebhookAnswer answer) {
        return answers.of(answer);
    }
}
