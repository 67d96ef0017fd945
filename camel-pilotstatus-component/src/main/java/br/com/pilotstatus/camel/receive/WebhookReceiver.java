/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.receive;

import br.com.pilotstatus.camel.event.Delivery;
import br.com.pilotstatus.camel.event.DeliveryVerifier;
import br.com.pilotstatus.camel.event.EventFilter;
import br.com.pilotstatus.camel.event.EventKey;
import br.com.pilotstatus.camel.event.EventParser;
import br.com.pilotstatus.camel.event.MalformedEventException;
import br.com.pilotstatus.camel.http.RequestHead;
import br.com.pilotstatus.camel.http.RequestHeads;
import br.com.pilotstatus.camel.model.WebhookEvent;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way of a webhook request: judged by its head, bounded, verified, parsed, filtered, dispatched, in this order; then its
 * fixed answer. Logs no more of a request than what became of it.
 *
 * @param maxEventAge how old an event may be by its own words; zero for any age
 */
record WebhookReceiver(
        String path,
        WebhookRequestReader reader,
        DeliveryVerifier verifier,
        EventFilter filter,
        EventDispatcher dispatcher,
        EventScope scope,
        Duration maxEventAge,
        InstantSource clock,
        RefusalLog refusals) {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookReceiver.class);
    private static final EventParser PARSER = new EventParser();

    /** What a request is answered by its head alone; empty when its body is to be read. */
    Optional<WebhookAnswer> refusal(RequestHead head) {
        Optional<WebhookAnswer> refusal;
        try {
            reader.check(head);
            Delivery withoutBody = delivery(head, new byte[0]);
            refusal = verifier.mayBeGenuine(withoutBody) ? Optional.empty() : Optional.of(unauthorized(withoutBody));
        } catch (WebhookRefusal e) {
            refusal = Optional.of(e.answer());
        } catch (Throwable e) {
            refusal = Optional.of(failed(e));
        }
        refusal.ifPresent(this::log);
        return refusal;
    }

    WebhookAnswer receive(Exchange http) {
        RequestHead head = RequestHeads.of(http);
        // Asked again, since not every server has somebody who asks before the body is read.
        Optional<WebhookAnswer> refusal = refusal(head);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        WebhookAnswer answer;
        try {
            byte[] body = reader.body(http.getMessage());
            Delivery delivery = delivery(head, body);
            answer = verifier.isGenuine(delivery) ? accept(body) : unauthorized(delivery);
        } catch (WebhookRefusal e) {
            answer = e.answer();
        } catch (IOException e) {
            // Most often the sender went away before the end of the body. Not loud, since anybody can do that.
            LOG.debug(
                    "The body of a request to {} could not be read: {}",
                    path,
                    e.getClass().getName());
            answer = WebhookAnswer.FAILED;
        } catch (Throwable e) {
            answer = failed(e);
        }
        log(answer);
        return answer;
    }

    private WebhookAnswer unauthorized(Delivery delivery) {
        refusals.add(verifier.objection(delivery));
        return WebhookAnswer.UNAUTHORIZED;
    }

    private static Delivery delivery(RequestHead head, byte[] body) {
        return new Delivery(head.headers(), head.parameters(), body);
    }

    // Errors too, since servers answer them with 200 or with the request itself.
    private WebhookAnswer failed(Throwable e) {
        // Without its text, which may quote the request.
        LOG.error("A request to {} failed with {} {}", path, e.getClass().getName(), where(e));
        return WebhookAnswer.FAILED;
    }

    private void log(WebhookAnswer answer) {
        LOG.debug("A request to {} is answered with {}", path, answer);
    }

    private WebhookAnswer accept(byte[] body) {
        if (body.length == 0) {
            return WebhookAnswer.EMPTY;
        }
        List<WebhookEvent> events;
        try {
            events = PARSER.parseAll(body);
        } catch (MalformedEventException e) {
            LOG.warn("An event for {} is refused: {}", path, e.getMessage());
            return WebhookAnswer.MALFORMED;
        }
        if (events.stream().anyMatch(this::isTooOld)) {
            LOG.warn("An event for {} is refused: it is older than the option maxEventAge allows", path);
            return WebhookAnswer.TOO_OLD;
        }
        EventDispatcher.Result worst = EventDispatcher.Result.PROCESSED;
        for (WebhookEvent event : events) {
            if (filter.accepts(event)) {
                EventDispatcher.Result result = dispatch(event, body);
                worst = worst.compareTo(result) < 0 ? result : worst;
            }
            if (worst == EventDispatcher.Result.UNDECIDED) {
                // The inbox is away, and would be for the others as well.
                break;
            }
        }
        return answer(worst);
    }

    private boolean isTooOld(WebhookEvent event) {
        return !maxEventAge.isZero()
                && event.createdAt() != null
                && event.createdAt().isBefore(clock.instant().minus(maxEventAge));
    }

    private EventDispatcher.Result dispatch(WebhookEvent event, byte[] body) {
        String where;
        boolean oldKeys;
        try {
            where = scope.value();
            oldKeys = scope.knowsOldKeys();
        } catch (Throwable e) {
            return dispatcher.undecided("The inbox could not tell what its keys begin with", e);
        }
        EventKey key = EventKey.received(where, event, body, clock.instant());
        EventKey old = oldKeys ? EventKey.received(path, event, body, clock.instant()) : key;
        return dispatcher.dispatch(event, key, old);
    }

    private static WebhookAnswer answer(EventDispatcher.Result worst) {
        return switch (worst) {
            case PROCESSED, REPEATED -> WebhookAnswer.OK;
            case BUSY -> WebhookAnswer.BUSY;
            case UNDECIDED -> WebhookAnswer.UNAVAILABLE;
            case FAILED -> WebhookAnswer.FAILED;
        };
    }

    private static String where(Throwable e) {
        return Arrays.stream(e.getStackTrace())
                .findFirst()
                .map(frame -> "at " + frame)
                .orElse("");
    }
}
