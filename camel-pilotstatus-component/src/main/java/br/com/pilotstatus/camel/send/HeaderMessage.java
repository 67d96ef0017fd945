/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.send;

import static br.com.pilotstatus.camel.PilotStatusConstants.CAPTION;
import static br.com.pilotstatus.camel.PilotStatusConstants.DELIVER_AT;
import static br.com.pilotstatus.camel.PilotStatusConstants.DELIVER_UNTIL;
import static br.com.pilotstatus.camel.PilotStatusConstants.FILE_NAME;
import static br.com.pilotstatus.camel.PilotStatusConstants.GROUP_ID;
import static br.com.pilotstatus.camel.PilotStatusConstants.IDEMPOTENCY_KEY;
import static br.com.pilotstatus.camel.PilotStatusConstants.LABELS;
import static br.com.pilotstatus.camel.PilotStatusConstants.MEDIA;
import static br.com.pilotstatus.camel.PilotStatusConstants.MEDIA_TYPE;
import static br.com.pilotstatus.camel.PilotStatusConstants.NEWSLETTER_ID;
import static br.com.pilotstatus.camel.PilotStatusConstants.TEMPLATE_ID;
import static br.com.pilotstatus.camel.PilotStatusConstants.TEXT;
import static br.com.pilotstatus.camel.PilotStatusConstants.TO;
import static br.com.pilotstatus.camel.PilotStatusConstants.VARIABLES;
import static br.com.pilotstatus.camel.PilotStatusConstants.WHATSAPP_NUMBER_ID;

import br.com.pilotstatus.camel.error.ErrorCode;
import br.com.pilotstatus.camel.error.PilotStatusValidationException;
import br.com.pilotstatus.camel.value.TextValues;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** The part of a message that the headers of the exchange say. */
final class HeaderMessage {

    private static final List<String> COMMANDS = List.of(
            TO,
            GROUP_ID,
            NEWSLETTER_ID,
            TEMPLATE_ID,
            VARIABLES,
            TEXT,
            MEDIA,
            MEDIA_TYPE,
            FILE_NAME,
            CAPTION,
            DELIVER_AT,
            DELIVER_UNTIL,
            LABELS,
            IDEMPOTENCY_KEY,
            WHATSAPP_NUMBER_ID);

    private HeaderMessage() {}

    static Draft read(Message message) {
        Exchange exchange = message.getExchange();
        Draft draft = new Draft();
        if (!message.hasHeaders()) {
            return draft;
        }
        draft.destinationNumber = TextValues.phone(TO, message.getHeader(TO), exchange);
        draft.groupId = text(message, GROUP_ID);
        draft.newsletterId = text(message, NEWSLETTER_ID);
        draft.templateId = text(message, TEMPLATE_ID);
        draft.variables = variables(message);
        draft.text = text(message, TEXT);
        draft.media = message.getHeader(MEDIA);
        draft.mediaType = text(message, MEDIA_TYPE);
        draft.fileName = text(message, FILE_NAME);
        draft.caption = text(message, CAPTION);
        draft.deliverAt = TextValues.time(DELIVER_AT, message.getHeader(DELIVER_AT), exchange);
        draft.deliverUntil = TextValues.time(DELIVER_UNTIL, message.getHeader(DELIVER_UNTIL), exchange);
        draft.labels = TextValues.entries(LABELS, message.getHeader(LABELS), exchange);
        return draft;
    }

    /** Removes the commands, so that the next send of the route starts clean. */
    static void remove(Message message) {
        if (message.hasHeaders()) {
            COMMANDS.forEach(message::removeHeader);
        }
    }

    private static String text(Message message, String header) {
        return TextValues.text(header, message.getHeader(header), message.getExchange());
    }

    private static Map<String, Object> variables(Message message) {
        Object value = message.getHeader(VARIABLES);
        if (value == null) {
            return null;
        }
        if (!(value instanceof Map<?, ?> map)) {
            throw new PilotStatusValidationException(ErrorCode.TEMPLATE_VARIABLE_INVALID, VARIABLES, "must be a Map");
        }
        Map<String, Object> variables = new LinkedHashMap<>();
        map.forEach(
                (name, variable) -> variables.put(TextValues.text(VARIABLES, name, message.getExchange()), variable));
        return variables;
    }
}
