/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.benchmarks.send;

import br.com.pilotstatus.camel.model.MessageAccepted;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** What goes into a route, and what must come out of it, so that nothing is measured that did not happen. */
public final class Request {

    private final Consumer<Message> content;
    private final Predicate<Object> accepted;

    private Request(Consumer<Message> content, Predicate<Object> accepted) {
        this.content = content;
        this.accepted = accepted;
    }

    /** Comes back as the component's record. */
    public static Request toPilotStatus(Consumer<Message> content) {
        return new Request(content, body -> body instanceof MessageAccepted answer && answer.id() != null);
    }

    /** Comes back as the answer's JSON in a Map. */
    public static Request toHttp(Consumer<Message> content) {
        return new Request(content, body -> body instanceof Map<?, ?> answer && answer.containsKey("id"));
    }

    void fill(Exchange exchange) {
        content.accept(exchange.getMessage());
    }

    boolean succeeded(Exchange exchange) {
        return exchange.getException() == null
                && accepted.test(exchange.getMessage().getBody());
    }
}
