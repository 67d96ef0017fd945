/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.send;

import br.com.pilotstatus.camel.client.PilotStatusValidationException;
import br.com.pilotstatus.camel.model.SendMessage;
import java.time.Instant;
import java.util.List;
import org.apache.camel.Exchange;

/** Makes the message that a route means: joins what endpoint, headers and body say, checks it, and writes it the API's way. */
public final class MessageComposer {

    private final BodyReader body;
    private final String defaultRegion;
    private final int maxMediaSize;

    /**
     * @param bodyAs        what the body is
     * @param defaultRegion region of phone numbers without country code, as ISO 3166-1 in two letters
     * @param maxMediaSize  bytes of media taken from a body or header
     */
    public MessageComposer(BodyAs bodyAs, String defaultRegion, int maxMediaSize) {
        this.body = new BodyReader(bodyAs, maxMediaSize);
        this.defaultRegion = defaultRegion;
        this.maxMediaSize = maxMediaSize;
    }

    /**
     * The message to send for an exchange.
     *
     * @param endpoint what the endpoint says
     * @param headers  what the headers say
     * @throws PilotStatusValidationException when it breaks a rule
     */
    public SendMessage compose(Exchange exchange, SendMessage endpoint, SendMessage headers) {
        SendMessage chosen = MessageParts.join(List.of(endpoint, headers));
        SendMessage joined = MessageParts.join(List.of(endpoint, headers, body.read(exchange, chosen)));
        SendMessage message = normalize(joined);
        MessageRules.check(message);
        checkTimes(message);
        return message;
    }

    private SendMessage normalize(SendMessage message) {
        SendMessage.Builder normal = message.toBuilder();
        if (message.destinationNumber() != null) {
            normal.to(PhoneNumbers.normalize("to", message.destinationNumber(), defaultRegion));
        }
        if (message.variables() != null) {
            normal.variables(Values.variables(message.variables()));
        }
        if (MediaContent.isContent(message.media())) {
            normal.media(MediaContent.dataUri(message.media(), message.mediaType(), message.fileName(), maxMediaSize));
        }
        normal.deliverAt(Values.instant("deliverAt", message.deliverAt()));
        normal.deliverUntil(Values.instant("deliverUntil", message.deliverUntil()));
        return normal.build();
    }

    private static void checkTimes(SendMessage message) {
        if (message.deliverAt() instanceof String from
                && message.deliverUntil() instanceof String until
                && Instant.parse(until).isBefore(Instant.parse(from))) {
            throw new PilotStatusValidationException("deliverUntil", "must not be before deliverAt");
        }
    }
}
