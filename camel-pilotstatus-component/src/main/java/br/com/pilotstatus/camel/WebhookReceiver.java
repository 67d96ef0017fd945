/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel;

import br.com.pilotstatus.camel.event.Delivery;
import br.com.pilotstatus.camel.event.DeliveryVerifier;
import br.com.pilotstatus.camel.event.EventFilter;
import br.com.pilotstatus.camel.event.EventKey;
import br.com.pilotstatus.camel.event.EventParser;
import br.com.pilotstatus.camel.event.MalformedEventException;
import br.com.pilotstatus.camel.model.WebhookEvent;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way of a webhook request: bounded, verified, parsed, filtered, dispatched, in this order; then its fixed answer.
 * Logs no more of a request than what became of it.
 */
final class WebhookReceiver {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookReceiver.class);

    private final String path;
    private final WebhookRequestReader reader;
    private final DeliveryVerifier verifier;
    private final EventFilter filter;
    private final EventDispatcher dispatcher;
    private final InstantSource clock;
    private final EventParser parser = new EventParser();

    WebhookReceiver(
            String path,
            WebhookRequestReader reader,
            DeliveryVerifier verifier,
            EventFilter filter,
            EventDispatcher dispatcher,
            InstantSource clock) {
        this.path = path;
        this.reader = reader;
        this.verifier = verifier;
        this.filter = filter;
        this.dispatcher = dispatcher;
        this.clock = clock;
    }

    WebhookAnswer receive(Exchange http) {
        WebhookAnswer answer;
        try {
            Delivery delivery = reader.read(http.getMessage());
            answer = verifier.isGenuine(delivery) ? accept(delivery.body()) : WebhookAnswer.UNAUTHORIZED;
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
            // Errors too, since servers answer them with 200 or with the request itself. Without its text, which may
            // quote
            // the request.
            LOG.error("A request to {} failed with {} {}", path, e.getClass().getName(), where(e));
            answer = WebhookAnswer.FAILED;
        }
        LOG.debug("A request to {} is answered with {}", path, answer);
        return answer;
    }

    private WebhookAnswer accept(byte[] body) {
        if (body.length == 0) {
            return WebhookAnswer.EMPTY;
        }
        List<WebhookEvent> events;
        try {
            events = parser.parseAll(body);
        } catch (MalformedEventException e) {
            LOG.warn("An event for {} is refused: {}", path, e.getMessage());
            return WebhookAnswer.MALFORMED;
        }
        EventDispatcher.Result worst = EventDispatcher.Result.PROCESSED;
        for (WebhookEvent event : events) {
            if (filter.accepts(event)) {
                EventDispatcher.Result result =
                        dispatcher.dispatch(event, EventKey.received(path, event, body, clock.instant()));
                worst = worst.compareTo(result) < 0 ? result : worst;
            }
            if (worst == EventDispatcher.Result.UNDECIDED) {
                // The inbox is away, and would be for the others as well.
                break;
            }
        }
        return answer(worst);
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
