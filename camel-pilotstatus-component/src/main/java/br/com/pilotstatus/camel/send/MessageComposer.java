/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.send;

import br.com.pilotstatus.camel.BodyAs;
import br.com.pilotstatus.camel.error.PilotStatusValidationException;
import br.com.pilotstatus.camel.model.SendMessage;
import br.com.pilotstatus.camel.value.ButtonTexts;
import br.com.pilotstatus.camel.value.PhoneNumbers;
import br.com.pilotstatus.camel.value.Values;
import java.util.List;
import org.apache.camel.Exchange;

/** Makes the message that a route means: joins what endpoint, headers and body say, checks it, and writes it the API's way. */
public final class MessageComposer {

    private final BodyReader body;
    private final InputRules rules;
    private final DeliveryTimes times;
    private final MediaContent media;

    /**
     * @param bodyAs what the body is
     * @param rules  what is taken, and how strictly it is checked
     */
    public MessageComposer(BodyAs bodyAs, InputRules rules) {
        this.body = new BodyReader(bodyAs, rules.maxMediaSize());
        this.rules = rules;
        this.times = new DeliveryTimes(rules.timeZone());
        this.media = new MediaContent(rules.maxMediaSize());
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
        SendMessage all = MessageParts.join(List.of(endpoint, headers, body.read(exchange, chosen)));
        SendMessage joined = MessageFields.plain(all, exchange);
        if (!rules.validate()) {
            MessageRules.requireOneDestination(joined);
            return unchecked(joined, exchange);
        }
        MessageLimits.check(joined, rules.maxMediaSize());
        SendMessage message = normalize(joined, exchange);
        MessageRules.check(message);
        DeliveryTimes.check(message);
        return message;
    }

    private SendMessage normalize(SendMessage message, Exchange exchange) {
        SendMessage.Builder normal = media.write(message, exchange);
        if (message.destinationNumber() != null) {
            normal.to(PhoneNumbers.normalize("to", message.destinationNumber(), rules.defaultRegion()));
        }
        if (message.variables() != null) {
            normal.variables(Values.variables(message.variables(), exchange));
        }
        if (message.buttons() != null) {
            normal.buttons(ButtonTexts.ofTexts(message.buttons()));
        }
        normal.deliverAt(times.read("deliverAt", message.deliverAt(), exchange));
        normal.deliverUntil(times.read("deliverUntil", message.deliverUntil(), exchange));
        return normal.build();
    }

    /** Texts go as they are; objects that JSON has no form for are written all the same. */
    private SendMessage unchecked(SendMessage message, Exchange exchange) {
        SendMessage.Builder raw = media.write(message, exchange);
        if (message.variables() != null) {
            raw.variables(Values.unchecked(message.variables(), exchange));
        }
        if (message.destinationNumber() != null) {
            raw.to(message.destinationNumber());
        }
        if (!(message.deliverAt() instanceof String)) {
            raw.deliverAt(times.read("deliverAt", message.deliverAt(), exchange));
        }
        if (!(message.deliverUntil() instanceof String)) {
            raw.deliverUntil(times.read("deliverUntil", message.deliverUntil(), exchange));
        }
        return raw.build();
    }
}
