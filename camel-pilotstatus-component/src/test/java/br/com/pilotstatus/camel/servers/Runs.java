/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.servers;

import br.com.pilotstatus.camel.model.WebhookEvent;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** The end of every route: counts the runs of each event, and does what its text says. */
final class Runs implements Processor {

    static final String FAIL_FIRST = "fail first";
    static final String ROLL_BACK_FIRST = "roll back first";
    /** Before the name of an error. */
    static final String THROW_FIRST = "throw first ";

    static final String WAIT = "wait";

    private final Map<String, List<String>> names = new ConcurrentHashMap<>();
    private final Map<String, CountDownLatch> gates = new ConcurrentHashMap<>();

    private volatile List<String> headers = List.of();
    private volatile List<String> parameters = List.of();

    @Override
    public void process(Exchange exchange) throws Exception {
        WebhookEvent event = exchange.getMessage().getBody(WebhookEvent.class);
        List<String> runs = names.computeIfAbsent(event.id(), id -> new CopyOnWriteArrayList<>());
        runs.add(event.name());
        boolean first = runs.size() == 1;
        if (FAIL_FIRST.equals(event.text()) && first) {
            throw new IllegalStateException("told to");
        }
        if (event.text().startsWith(THROW_FIRST) && first) {
            throw Class.forName(event.text().substring(THROW_FIRST.length()))
                    .asSubclass(Error.class)
                    .getDeclaredConstructor()
                    .newInstance();
        }
        if (ROLL_BACK_FIRST.equals(event.text()) && first) {
            exchange.setRollbackOnly(true);
        }
        if (WAIT.equals(event.text()) && !gate(event.id()).await(20, TimeUnit.SECONDS)) {
            throw new IllegalStateException("nobody opened the gate");
        }
    }

    /** What a verifier saw last. */
    void saw(List<String> headers, List<String> parameters) {
        this.headers = headers;
        this.parameters = parameters;
    }

    List<String> headers() {
        return headers;
    }

    List<String> parameters() {
        return parameters;
    }

    int of(Event event) {
        return namesOf(event).size();
    }

    /** The names of all events of the same message that ran, in that order. */
    List<String> namesOf(Event event) {
        return names.getOrDefault(event.id(), List.of());
    }

    /** Lets an event go on whose text is {@link #WAIT}. */
    void letGo(Event event) {
        gate(event.id()).countDown();
    }

    private CountDownLatch gate(String id) {
        return gates.computeIfAbsent(id, any -> new CountDownLatch(1));
    }
}
