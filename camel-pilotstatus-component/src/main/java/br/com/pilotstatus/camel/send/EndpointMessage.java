/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.send;

import br.com.pilotstatus.camel.PilotStatusSendConfiguration;
import br.com.pilotstatus.camel.error.ErrorCode;
import br.com.pilotstatus.camel.error.PilotStatusValidationException;
import br.com.pilotstatus.camel.model.CommaText;
import br.com.pilotstatus.camel.model.SendMessage;
import br.com.pilotstatus.camel.value.ListValues;
import br.com.pilotstatus.camel.value.OptionValues;
import br.com.pilotstatus.camel.value.PhoneNumbers;
import br.com.pilotstatus.camel.value.TextValues;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;

/** The part of a message that the options of the endpoint say. */
final class EndpointMessage {

    private final OptionValues options;
    private final Collection<String> variables;
    private final boolean plusMayBeLost;
    private final Boolean markRead;
    private final Map<String, Object> marketingOptions;

    EndpointMessage(CamelContext context, PilotStatusSendConfiguration send) {
        options = new OptionValues(context)
                .add("to", send.getTo())
                .add("groupId", send.getGroupId())
                .add("newsletterId", send.getNewsletterId())
                .add("templateId", send.getTemplateId())
                .add("text", send.getText())
                .add("media", send.getMedia())
                .add("mediaType", send.getMediaType())
                .add("fileName", send.getFileName())
                .add("caption", send.getCaption())
                .addButtons("buttons", send.getButtons())
                .add("header", send.getHeader())
                .add("footer", send.getFooter())
                .add("deliverAt", send.getDeliverAt())
                .add("deliverUntil", send.getDeliverUntil())
                .addList("labels", send.getLabels());
        plusMayBeLost = send.getTo() != null && send.getTo().startsWith(" ");
        variables = List.copyOf(send.getVariables().keySet());
        send.getVariables().forEach((name, value) -> options.add(variable(name), value));
        markRead = send.getMarkRead();
        marketingOptions =
                send.getAiRewriteEnabled() == null ? null : Map.of("aiRewriteEnabled", send.getAiRewriteEnabled());
    }

    private static String variable(String name) {
        return "variables." + name;
    }

    SendMessage evaluate(Exchange exchange) {
        return SendMessage.builder()
                .to(to(exchange))
                .groupId(options.text("groupId", exchange))
                .newsletterId(options.text("newsletterId", exchange))
                .templateId(options.text("templateId", exchange))
                .variables(variables(exchange))
                .text(options.text("text", exchange))
                .media(options.get("media", exchange))
                .mediaType(options.text("mediaType", exchange))
                .fileName(options.text("fileName", exchange))
                .caption(options.text("caption", exchange))
                .buttons((List<?>) options.get("buttons", exchange))
                .header(options.text("header", exchange))
                .footer(options.text("footer", exchange))
                .deliverAt(time("deliverAt", exchange))
                .deliverUntil(time("deliverUntil", exchange))
                .labels(texts("labels", options.get("labels", exchange), exchange))
                .markRead(markRead)
                .marketingOptions(marketingOptions)
                .build();
    }

    /** What a header or a body gives never went through a URI, and keeps its blanks. */
    private String to(Exchange exchange) {
        Object value = options.get("to", exchange);
        if (value == null) {
            return null;
        }
        String to = required("to", TextValues.phone("to", value, exchange));
        return plusMayBeLost ? PhoneNumbers.restorePlus(to) : to;
    }

    /** An option without a value must not leave the word to headers or the body. */
    private static <T> T required(String option, T value) {
        if (value == null) {
            throw new PilotStatusValidationException(ErrorCode.EXPRESSION_NULL, option, "has no value: it is null");
        }
        return value;
    }

    private Map<String, Object> variables(Exchange exchange) {
        if (variables.isEmpty()) {
            return null;
        }
        Map<String, Object> values = new LinkedHashMap<>();
        variables.forEach(name -> values.put(name, options.get(variable(name), exchange)));
        return values;
    }

    private Object time(String option, Exchange exchange) {
        Object value = options.get(option, exchange);
        return value == null ? null : required(option, TextValues.time(option, value, exchange));
    }

    /** The entries of a list; text at its commas. Blanks around them are none of theirs. */
    static List<String> texts(String field, Object value, Exchange exchange) {
        if (value == null) {
            return null;
        }
        if (ListValues.is(value)) {
            return TextValues.texts(field, value, exchange);
        }
        String text = required(field, TextValues.text(field, value, exchange));
        return CommaText.split(text).stream().map(String::strip).toList();
    }
}
