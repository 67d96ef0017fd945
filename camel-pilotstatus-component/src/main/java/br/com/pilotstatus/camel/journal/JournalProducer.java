/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.journal;

import br.com.pilotstatus.camel.PilotStatusCallConfiguration;
import br.com.pilotstatus.camel.call.EndpointFailures;
import br.com.pilotstatus.camel.call.ResultHeaders;
import br.com.pilotstatus.camel.error.ErrorCode;
import br.com.pilotstatus.camel.error.PilotStatusValidationException;
import br.com.pilotstatus.camel.model.Json;
import br.com.pilotstatus.camel.model.JsonRecord;
import br.com.pilotstatus.camel.options.OperationKind;
import br.com.pilotstatus.camel.value.OptionValues;
import br.com.pilotstatus.camel.value.TextValues;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultProducer;

/** Shows and decides the sends of which the journal does not know whether they happened. Asks the journal only. */
public final class JournalProducer extends DefaultProducer {

    private static final String KEY = "key";
    private static final String LIMIT = "limit";
    private static final String OUTCOME = "outcome";
    private static final String MESSAGE_ID = "messageId";
    private static final int DEFAULT_LIMIT = 100;
    private static final int MAX_LIMIT = 10_000;

    private final boolean resolves;
    private final OptionValues options;
    private final SendJournal journal;
    private final EndpointFailures failures;

    /** @param kind {@link OperationKind#JOURNAL_LIST} or {@link OperationKind#JOURNAL_RESOLVE} */
    public JournalProducer(
            Endpoint endpoint,
            OperationKind kind,
            PilotStatusCallConfiguration call,
            SendJournal journal,
            EndpointFailures failures) {
        super(endpoint);
        this.journal = journal;
        this.failures = failures;
        this.resolves = kind == OperationKind.JOURNAL_RESOLVE;
        this.options = new OptionValues(endpoint.getCamelContext()).add("id", call.getId());
        call.getParams().forEach(options::add);
    }

    @Override
    public void process(Exchange exchange) {
        ResultHeaders.clear(exchange.getMessage());
        try {
            ask(exchange);
        } catch (RuntimeException e) {
            failures.end(exchange, e);
        }
    }

    private void ask(Exchange exchange) {
        if (resolves) {
            journal.resolve(
                    name(options.get("id", exchange), exchange),
                    happened(exchange),
                    options.text(MESSAGE_ID, exchange));
        } else {
            exchange.getMessage().setBody(journal.undecided(limit(exchange)));
        }
    }

    /** An entry of <code>journal-list</code> stands for its name, in whatever form the route has it. */
    private static String name(Object id, Exchange exchange) {
        Object entry = id instanceof JsonRecord record ? Json.mapper().valueToTree(record) : id;
        if (entry instanceof Map<?, ?> map) {
            return String.valueOf(map.get(KEY));
        }
        if (entry instanceof JsonNode json && json.isObject()) {
            return json.path(KEY).asText();
        }
        String text = TextValues.text("id", entry, exchange);
        if (text == null || !text.stripLeading().startsWith("{")) {
            return text;
        }
        try {
            return Json.read(text.getBytes(StandardCharsets.UTF_8)).path(KEY).asText();
        } catch (JacksonException e) {
            throw new PilotStatusValidationException(
                    ErrorCode.JOURNAL_ENTRY_UNKNOWN, "id", "is no JSON of an entry", e);
        }
    }

    private boolean happened(Exchange exchange) {
        return switch (options.text(OUTCOME, exchange).toUpperCase(Locale.ROOT)) {
            case "ACCEPTED" -> true;
            case "REFUSED" -> false;
            default ->
                throw new PilotStatusValidationException(
                        ErrorCode.PARAMETER_INVALID, OUTCOME, "must be ACCEPTED or REFUSED");
        };
    }

    private int limit(Exchange exchange) {
        String given = options.text(LIMIT, exchange);
        int limit = given == null ? DEFAULT_LIMIT : number(given);
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new PilotStatusValidationException(
                    ErrorCode.PARAMETER_INVALID, LIMIT, "must be a whole number from 1 to " + MAX_LIMIT);
        }
        return limit;
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text.trim());
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
