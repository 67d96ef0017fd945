/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.benchmarks.journal;

import br.com.pilotstatus.benchmarks.load.Load;
import br.com.pilotstatus.benchmarks.process.Caller;
import br.com.pilotstatus.benchmarks.process.Pool;
import br.com.pilotstatus.benchmarks.process.Surroundings;
import br.com.pilotstatus.benchmarks.send.CamelHttp;
import br.com.pilotstatus.benchmarks.send.Orders;
import br.com.pilotstatus.benchmarks.send.Request;
import br.com.pilotstatus.benchmarks.send.SendingRoute;
import com.zaxxer.hikari.HikariDataSource;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.model.dataformat.JsonLibrary;
import org.apache.camel.processor.idempotent.jdbc.JdbcMessageIdRepository;

/**
 * <code>idempotentConsumer</code> with a repository in PostgreSQL around <code>camel-http</code>, from threads that wait. A
 * send of which nobody knows what became is forgotten by it, and sent again.
 */
public final class IdempotentSend implements Caller {

    private final SendingRoute route = new SendingRoute();
    private final Orders orders = new Orders();
    private final AtomicLong keys = new AtomicLong();
    private HikariDataSource pool;

    @Override
    public Load start(Surroundings surroundings) throws Exception {
        pool = Pool.of(surroundings.jdbcUrl());
        return route.waiting(
                new RouteBuilder() {
                    @Override
                    public void configure() {
                        from(SendingRoute.START)
                                .idempotentConsumer(
                                        simple("order-${header.order}"), new JdbcMessageIdRepository(pool, "sends"))
                                .marshal()
                                .json(JsonLibrary.Jackson)
                                .removeHeader("order")
                                .setHeader("x-api-key", constant(Surroundings.API_KEY))
                                .setHeader(Exchange.CONTENT_TYPE, constant("application/json"))
                                .to(CamelHttp.uri(surroundings))
                                .unmarshal()
                                .json(JsonLibrary.Jackson, Map.class);
                    }
                },
                surroundings.underWay(),
                Request.toHttp(message -> {
                    message.setHeader("order", keys.incrementAndGet());
                    message.setBody(orders.message());
                }));
    }

    @Override
    public void close() {
        route.close();
        pool.close();
    }
}
