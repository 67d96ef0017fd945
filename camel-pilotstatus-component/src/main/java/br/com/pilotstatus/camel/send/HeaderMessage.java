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
import br.com.pilotstatus.camel.model.SendMessage;
import br.com.pilotstatus.camel.value.TextValues;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    static SendMessage read(Message message) {
        return SendMessage.builder()
                .to(TextValues.phone(TO, message.getHeader(TO), message.getExchange()))
                .groupId(text(message, GROUP_ID))
                .newsletterId(text(message, NEWSLETTER_ID))
                .templateId(text(message, TEMPLATE_ID))
                .variables(variables(message))
                .text(text(message, TEXT))
                .media(message.getHeader(MEDIA))
                .mediaType(text(message, MEDIA_TYPE))
                .fileName(text(message, FILE_NAME))
                .caption(text(message, CAPTION))
                .deliverAt(time(message, DELIVER_AT))
                .deliverUntil(time(message, DELIVER_UNTIL))
                .labels(EndpointMessage.texts(LABELS, message.getHeader(LABELS), message.getExchange()))
                .build();
    }

    /** Removes the commands, so that the next send of the route starts clean. */
    static void remove(Message message) {
        COMMANDS.forEach(message::removeHeader);
    }

    private static String text(Message message, String header) {
        return TextValues.text(header, message.getHeader(header), message.getExchange());
    }

    private static Object time(Message message, String header) {
        return TextValues.time(header, message.getHeader(header), message.getExchange());
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
