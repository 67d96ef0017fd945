/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.receive;

import br.com.pilotstatus.camel.PilotStatusConstants;
import br.com.pilotstatus.camel.model.WebhookEvent;
import java.util.regex.Pattern;
import org.apache.camel.Message;

/** Puts an event into a message: the event as body, and the headers that describe it. */
final class EventHeaders {

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\u2028\\u2029]");
    private static final String INSTEAD = "\uFFFD";

    private EventHeaders() {}

    /** @param stale whether a later state of the same message was processed before */
    static void write(WebhookEvent event, boolean stale, Message message) {
        message.setBody(event);
        set(message, PilotStatusConstants.EVENT, event.name());
        set(message, PilotStatusConstants.EVENT_ID, event.id());
        set(message, PilotStatusConstants.EVENT_MESSAGE_ID, event.messageId());
        set(message, PilotStatusConstants.EVENT_WHATSAPP_MESSAGE_ID, event.whatsappMessageId());
        set(message, PilotStatusConstants.EVENT_SENDER, event.from());
        set(message, PilotStatusConstants.EVENT_RECIPIENT, event.to());
        set(message, PilotStatusConstants.EVENT_NUMBER_ID, event.numberId());
        set(message, PilotStatusConstants.EVENT_MESSAGE_TYPE, event.type());
        set(message, PilotStatusConstants.EVENT_STATUS, event.status());
        set(message, PilotStatusConstants.EVENT_STATUS_RANK, event.statusRank());
        if (event.reportsStatus()) {
            set(message, PilotStatusConstants.EVENT_STALE, stale);
        }
        set(message, PilotStatusConstants.EVENT_QUOTED_MESSAGE_ID, event.quotedMessageId());
        set(message, PilotStatusConstants.EVENT_BUTTON_ID, event.buttonId());
        set(message, PilotStatusConstants.EVENT_ERROR_CODE, event.errorCode());
        if (event.data().containsKey("fromMe")) {
            set(message, PilotStatusConstants.EVENT_FROM_ME, event.fromMe());
        }
    }

    // A line break in a header would let a sender write lines of a log, or headers of the next request.
    private static void set(Message message, String header, Object value) {
        if (value instanceof String text) {
            message.setHeader(header, CONTROL.matcher(text).replaceAll(INSTEAD));
        } else if (value != null) {
            message.setHeader(header, value);
        }
    }
}
