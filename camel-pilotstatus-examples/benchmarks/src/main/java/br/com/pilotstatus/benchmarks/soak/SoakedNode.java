/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.benchmarks.soak;

import br.com.pilotstatus.benchmarks.event.ReceivingRoute;
import br.com.pilotstatus.benchmarks.growth.Heap;
import br.com.pilotstatus.benchmarks.process.Pool;
import br.com.pilotstatus.benchmarks.process.Receiver;
import br.com.pilotstatus.benchmarks.process.Surroundings;
import br.com.pilotstatus.camel.model.WebhookEvent;
import br.com.pilotstatus.camel.store.JdbcClaimStore;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.zaxxer.hikari.HikariDataSource;
import java.lang.management.ManagementFactory;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;

/**
 * A node as one would run it: takes events, remembers them in PostgreSQL, and answers every third with a message that has a
 * key, with a journal in the same database. Tells what it came to by another path.
 */
public final class SoakedNode implements Receiver {

    static final String REPORT_PATH = "/report";
    static final String REPLY = "Reply to ";

    private static final String NUMBER = "number";
    private static final int EVENTS_PER_SEND = 3;
    private static final int MOST_LISTED = 1000;

    private final ReceivingRoute route = new ReceivingRoute();
    private final Seen events = new Seen();
    private final ObjectMapper json = new ObjectMapper();
    private HikariDataSource pool;
    private JdbcClaimStore store;

    @Override
    public String start(Surroundings surroundings) throws Exception {
        pool = Pool.of(surroundings.jdbcUrl());
        store = new JdbcClaimStore(pool);
        store.check();
        route.configure(options -> {
            options.setBaseUrl(surroundings.apiUrl());
            options.setApiKey(Surroundings.API_KEY);
            options.setInbox(store);
            options.setJournal(store);
        });
        return route.serve(new RouteBuilder() {
            @Override
            public void configure() {
                from(ReceivingRoute.TOKEN_WEBHOOK)
                        .process(SoakedNode.this::note)
                        .filter(exchange -> exchange.getProperty(NUMBER, long.class) % EVENTS_PER_SEND == 0)
                        .setBody(simple(REPLY + "${exchangeProperty.number}"))
                        .to("pilotstatus:send?to=+5511977770000&idempotencyKey=reply-${exchangeProperty.number}");
                from("platform-http:" + REPORT_PATH).process(SoakedNode.this::report);
            }
        });
    }

    private void note(Exchange exchange) {
        long number =
                Events.number(exchange.getMessage().getBody(WebhookEvent.class).id());
        events.add(number);
        exchange.setProperty(NUMBER, number);
    }

    private void report(Exchange exchange) throws JsonProcessingException {
        exchange.getMessage()
                .setBody(json.writeValueAsString(Map.of(
                        "events", events.different(),
                        "again", events.again(),
                        "open", store.open("", MOST_LISTED).size(),
                        "heap", Heap.megabytes(),
                        "threads", ManagementFactory.getThreadMXBean().getThreadCount())));
    }

    @Override
    public void close() {
        route.close();
        pool.close();
    }
}
