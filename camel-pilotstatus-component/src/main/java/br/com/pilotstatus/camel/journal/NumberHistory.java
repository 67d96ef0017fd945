/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.journal;

import br.com.pilotstatus.camel.api.Answers;
import br.com.pilotstatus.camel.api.Operation;
import br.com.pilotstatus.camel.api.RequestFactory;
import br.com.pilotstatus.camel.call.EndpointCalls;
import br.com.pilotstatus.camel.call.ReadingTime;
import br.com.pilotstatus.camel.error.PilotStatusNotFoundException;
import br.com.pilotstatus.camel.model.HistoryMessage;
import br.com.pilotstatus.camel.model.MessageState;
import br.com.pilotstatus.camel.model.Template;
import br.com.pilotstatus.camel.poll.HistoryReader;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Asks the service for the messages of one number, on the thread that wants to know. For one run and one thread. */
public final class NumberHistory implements MessageHistory {

    private final EndpointCalls calls;
    private final RequestFactory requests;
    private final String numberId;
    private final HistoryReader reader;
    private final ReadingTime time;
    private final Map<String, Optional<Template>> templates = new HashMap<>();

    /** @param numberId the number, or null for that of the key */
    NumberHistory(EndpointCalls calls, RequestFactory requests, String numberId) {
        this(calls, requests, numberId, System::nanoTime);
    }

    /** @param nanoTime by which it measures how long the service takes */
    public NumberHistory(EndpointCalls calls, RequestFactory requests, String numberId, LongSupplier nanoTime) {
        this.calls = calls;
        this.requests = requests;
        this.numberId = numberId;
        this.reader = new HistoryReader(calls, requests, numberId, HistoryReader.MOST, nanoTime);
        this.time = new ReadingTime(nanoTime);
    }

    @Override
    public void read(Instant from, Consumer<HistoryMessage> each) {
        Instant now = Instant.now();
        Instant next = from;
        while (next != null) {
            HistoryReader.Slice slice = slice(next, now);
            slice.messages().forEach(each);
            next = slice.end();
        }
    }

    private HistoryReader.Slice slice(Instant from, Instant now) {
        time.check(Operation.MESSAGES_HISTORY);
        return time.of(() -> reader.read(from, now));
    }

    @Override
    public Optional<MessageState> message(String id) {
        return ask(Operation.STATUS, "messageId", id).map(MessageState.class::cast);
    }

    @Override
    public Optional<Template> template(String name) {
        return templates.computeIfAbsent(
                name, unknown -> ask(Operation.TEMPLATES_GET, "id", name).map(Template.class::cast));
    }

    private Optional<?> ask(Operation operation, String parameter, String value) {
        try {
            return Optional.ofNullable(
                    Answers.read(operation, calls.call(requests.call(operation, Map.of(parameter, value), numberId))));
        } catch (PilotStatusNotFoundException e) {
            return Optional.empty();
        }
    }
}
