/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.send;

import br.com.pilotstatus.camel.PilotStatusSendConfiguration;
import br.com.pilotstatus.camel.error.PilotStatusValidationException;
import br.com.pilotstatus.camel.model.SendMessage;
import br.com.pilotstatus.camel.value.PhoneNumbers;
import java.time.ZoneId;
import org.apache.camel.Exchange;

/** Makes the message that a route means: joins what endpoint, headers and body say, checks it, and writes it the API's way. */
final class MessageComposer {

    private final BodyReader body;
    private final DeliveryTimes times;
    private final MediaContent media;
    private final String region;
    private final int maxMediaSize;
    private final boolean validates;

    /** @param region region of phone numbers without country code, as ISO 3166-1 in two letters */
    MessageComposer(String region, PilotStatusSendConfiguration options) {
        this.region = region;
        this.maxMediaSize = options.getMaxMediaSize();
        this.validates = options.isValidate();
        this.body = new BodyReader(options.getBodyAs(), maxMediaSize);
        this.times = new DeliveryTimes(options.getTimeZone() == null ? null : ZoneId.of(options.getTimeZone()));
        this.media = new MediaContent(maxMediaSize);
    }

    /**
     * The message to send for an exchange.
     *
     * @param message what the endpoint says; becomes the whole of it
     * @param headers what the headers say
     * @throws PilotStatusValidationException when it breaks a rule
     */
    SendMessage compose(Exchange exchange, Draft message, Draft headers) {
        message.fill(headers);
        message.fill(body.read(exchange, message));
        MessageFields.plain(message, exchange);
        if (validates) {
            MessageLimits.check(message, maxMediaSize);
            normalize(message, exchange);
            MessageRules.check(message);
            DeliveryTimes.check(message);
        } else {
            MessageRules.requireOneDestination(message);
            write(message, exchange);
        }
        return message.message();
    }

    private void normalize(Draft message, Exchange exchange) {
        media.write(message, exchange);
        if (message.destinationNumber != null) {
            message.destinationNumber = PhoneNumbers.normalize("to", message.destinationNumber, region);
        }
        if (message.variables != null) {
            message.variables = Variables.texts(message.variables, exchange);
        }
        if (message.buttons != null) {
            message.buttons = ButtonRules.ofTexts(message.buttons);
        }
        message.deliverAt = times.read("deliverAt", message.deliverAt, exchange);
        message.deliverUntil = times.read("deliverUntil", message.deliverUntil, exchange);
    }

    /** Texts go as they are; objects that JSON has no form for are written all the same. */
    private void write(Draft message, Exchange exchange) {
        media.write(message, exchange);
        if (message.variables != null) {
            message.variables = Variables.unchecked(message.variables, exchange);
        }
        if (!(message.deliverAt instanceof String)) {
            message.deliverAt = times.read("deliverAt", message.deliverAt, exchange);
        }
        if (!(message.deliverUntil instanceof String)) {
            message.deliverUntil = times.read("deliverUntil", message.deliverUntil, exchange);
        }
    }
}
