/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.benchmarks.send;

import br.com.pilotstatus.camel.PilotStatusConstants;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** What goes into a route, and what must come out of it, so that nothing is measured that did not happen. */
public final class Request {

    private final Consumer<Message> content;
    private final Predicate<Message> accepted;
    private final AtomicBoolean told = new AtomicBoolean();

    private Request(Consumer<Message> content, Predicate<Message> accepted) {
        this.content = content;
        this.accepted = accepted;
    }

    /** The id of the message comes back in the component's header. */
    public static Request toPilotStatus(Consumer<Message> content) {
        return new Request(content, message -> message.getHeader(PilotStatusConstants.MESSAGE_ID) != null);
    }

    /** The id comes back in a Map, which holds the answer's JSON. */
    public static Request toHttp(Consumer<Message> content) {
        return new Request(
                content, message -> message.getBody() instanceof Map<?, ?> answer && answer.containsKey("id"));
    }

    void fill(Exchange exchange) {
        content.accept(exchange.getMessage());
    }

    /** Whether the message was accepted. Says on the error stream why the first one was not. */
    boolean succeeded(Exchange exchange) {
        if (exchange.getException() == null && accepted.test(exchange.getMessage())) {
            return true;
        }
        if (told.compareAndSet(false, true)) {
            System.err.println("A message was not accepted: " + exchange.getException());
        }
        return false;
    }
}
