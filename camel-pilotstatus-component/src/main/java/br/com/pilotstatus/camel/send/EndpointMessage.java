/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.send;

import br.com.pilotstatus.camel.PilotStatusSendConfiguration;
import br.com.pilotstatus.camel.error.ErrorCode;
import br.com.pilotstatus.camel.error.PilotStatusValidationException;
import br.com.pilotstatus.camel.value.OptionValues;
import br.com.pilotstatus.camel.value.PhoneNumbers;
import br.com.pilotstatus.camel.value.TextValues;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;

/** The part of a message that the options of the endpoint say. */
final class EndpointMessage {

    private final OptionValues options;
    /** Writes what an option says; only those that are set have one. */
    private final List<BiConsumer<Draft, Exchange>> writers = new ArrayList<>();

    EndpointMessage(CamelContext context, PilotStatusSendConfiguration send) {
        options = new OptionValues(context);
        recipient(send.getTo());
        text("groupId", send.getGroupId(), (draft, value) -> draft.groupId = value);
        text("newsletterId", send.getNewsletterId(), (draft, value) -> draft.newsletterId = value);
        text("templateId", send.getTemplateId(), (draft, value) -> draft.templateId = value);
        variables(send.getVariables());
        text("text", send.getText(), (draft, value) -> draft.text = value);
        if (send.getMedia() != null) {
            options.add("media", send.getMedia());
            writers.add((draft, exchange) -> draft.media = options.get("media", exchange));
        }
        text("mediaType", send.getMediaType(), (draft, value) -> draft.mediaType = value);
        text("fileName", send.getFileName(), (draft, value) -> draft.fileName = value);
        text("caption", send.getCaption(), (draft, value) -> draft.caption = value);
        if (send.getButtons() != null) {
            options.addButtons("buttons", send.getButtons());
            writers.add((draft, exchange) -> draft.buttons = (List<?>) options.get("buttons", exchange));
        }
        text("header", send.getHeader(), (draft, value) -> draft.header = value);
        text("footer", send.getFooter(), (draft, value) -> draft.footer = value);
        time("deliverAt", send.getDeliverAt(), (draft, value) -> draft.deliverAt = value);
        time("deliverUntil", send.getDeliverUntil(), (draft, value) -> draft.deliverUntil = value);
        labels(send.getLabels());
        if (send.getAiRewriteEnabled() != null) {
            Map<String, Object> marketing = Map.of("aiRewriteEnabled", send.getAiRewriteEnabled());
            writers.add((draft, exchange) -> draft.marketingOptions = marketing);
        }
        Boolean markRead = send.getMarkRead();
        writers.add((draft, exchange) -> draft.markRead = markRead);
    }

    Draft evaluate(Exchange exchange) {
        Draft draft = new Draft();
        for (BiConsumer<Draft, Exchange> writer : writers) {
            writer.accept(draft, exchange);
        }
        return draft;
    }

    private void text(String option, String value, BiConsumer<Draft, String> field) {
        if (value != null) {
            options.add(option, value);
            writers.add((draft, exchange) -> field.accept(draft, options.text(option, exchange)));
        }
    }

    private void time(String option, String value, BiConsumer<Draft, Object> field) {
        if (value != null) {
            options.add(option, value);
            writers.add((draft, exchange) -> field.accept(
                    draft, required(option, TextValues.time(option, options.get(option, exchange), exchange))));
        }
    }

    /** What a header or a body gives never went through a URI, and keeps its blanks. */
    private void recipient(String value) {
        if (value != null) {
            options.add("to", value);
            boolean plusMayBeLost = value.startsWith(" ");
            writers.add((draft, exchange) -> {
                String to = required("to", TextValues.phone("to", options.get("to", exchange), exchange));
                draft.destinationNumber = plusMayBeLost ? PhoneNumbers.restorePlus(to) : to;
            });
        }
    }

    private void variables(Map<String, ?> variables) {
        if (!variables.isEmpty()) {
            List<String> names = List.copyOf(variables.keySet());
            variables.forEach((name, value) -> options.add("variables." + name, value));
            writers.add((draft, exchange) -> {
                draft.variables = new LinkedHashMap<>();
                names.forEach(name -> draft.variables.put(name, options.get("variables." + name, exchange)));
            });
        }
    }

    private void labels(String value) {
        if (value != null) {
            options.addList("labels", value);
            writers.add((draft, exchange) -> draft.labels =
                    required("labels", TextValues.entries("labels", options.get("labels", exchange), exchange)));
        }
    }

    /** An option without a value must not leave the word to headers or the body. */
    private static <T> T required(String option, T value) {
        if (value == null) {
            throw new PilotStatusValidationException(ErrorCode.EXPRESSION_NULL, option, "has no value: it is null");
        }
        return value;
    }
}
