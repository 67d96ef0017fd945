/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.media;

import br.com.pilotstatus.camel.PilotStatusConstants;
import br.com.pilotstatus.camel.error.ErrorCode;
import br.com.pilotstatus.camel.error.PilotStatusValidationException;
import br.com.pilotstatus.camel.link.MediaLink;
import br.com.pilotstatus.camel.model.EventMedia;
import br.com.pilotstatus.camel.model.WebhookEvent;
import br.com.pilotstatus.camel.options.OperationKind;
import br.com.pilotstatus.camel.value.OptionValues;
import br.com.pilotstatus.camel.value.TextValues;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/**
 * Which media an exchange asks for: what the endpoint says, then the header, then the event in the body. The first of them
 * that names an id or a link decides, so an event never redirects a route that names its media.
 */
final class MediaParameters {

    static final String LINK = MediaLink.FIELD;
    static final String ID = "mediaId";
    static final String PHONE_NUMBER_ID = "phoneNumberId";
    private static final List<String> NAMES = OperationKind.MEDIA_DOWNLOAD.parameters();

    private final OptionValues options;

    /** @param params what the endpoint says, by name */
    MediaParameters(CamelContext context, Map<String, ?> params) {
        this.options = new OptionValues(context);
        params.forEach(options::add);
    }

    MediaWanted of(Exchange exchange) {
        Map<?, ?> header = header(exchange.getMessage());
        Object body = exchange.getMessage().getBody();
        WebhookEvent event = body instanceof WebhookEvent received ? received : null;
        EventMedia told = event != null ? event.media() : body instanceof EventMedia given ? given : null;
        UnaryOperator<String> fromBody = name -> told == null ? null : field(told, name);
        List<UnaryOperator<String>> sources =
                List.of(name -> options.text(name, exchange), name -> text(name, header.get(name), exchange), fromBody);
        UnaryOperator<String> named = sources.stream()
                .filter(source -> source.apply(LINK) != null || source.apply(ID) != null)
                .findFirst()
                .orElseThrow(() -> new PilotStatusValidationException(
                        ErrorCode.PARAMETER_MISSING,
                        LINK,
                        "is missing: give it or mediaId, or have an event with media in the body"));
        EventMedia media = new EventMedia(
                told == null ? null : told.type(),
                named.apply(LINK),
                null,
                told == null ? null : told.fileName(),
                named.apply(ID),
                first(sources.stream().map(source -> source.apply(PHONE_NUMBER_ID))));
        Stream<String> message =
                event == null || named != fromBody ? Stream.empty() : Stream.of(event.id(), event.whatsappMessageId());
        return new MediaWanted(media, first(Stream.concat(message, Stream.of(media.id(), media.link()))));
    }

    private static String field(EventMedia media, String name) {
        return switch (name) {
            case LINK -> media.link();
            case ID -> media.id();
            default -> media.phoneNumberId();
        };
    }

    private static Map<?, ?> header(Message message) {
        Object header = message.getHeader(PilotStatusConstants.PARAMS);
        if (header == null) {
            return Map.of();
        }
        if (!(header instanceof Map<?, ?> values)) {
            throw new PilotStatusValidationException(
                    ErrorCode.PARAMETER_INVALID, PilotStatusConstants.PARAMS, "must be a Map");
        }
        if (!NAMES.containsAll(values.keySet())) {
            throw new PilotStatusValidationException(
                    ErrorCode.PARAMETER_UNKNOWN,
                    PilotStatusConstants.PARAMS,
                    "holds a name that '" + OperationKind.MEDIA_DOWNLOAD.operationName() + "' does not take; it takes "
                            + String.join(", ", NAMES));
        }
        return values;
    }

    private static String text(String name, Object value, Exchange exchange) {
        String text = TextValues.text(name, value, exchange);
        return text == null || text.isBlank() ? null : text;
    }

    private static String first(Stream<String> values) {
        return values.filter(Objects::nonNull).findFirst().orElse(null);
    }
}
