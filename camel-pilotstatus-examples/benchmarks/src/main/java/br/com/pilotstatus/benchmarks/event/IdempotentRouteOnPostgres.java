/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.benchmarks.event;

import br.com.pilotstatus.benchmarks.process.Pool;
import br.com.pilotstatus.benchmarks.process.Receiver;
import br.com.pilotstatus.benchmarks.process.Surroundings;
import com.zaxxer.hikari.HikariDataSource;
import java.util.Map;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.model.dataformat.JsonLibrary;
import org.apache.camel.processor.idempotent.jdbc.JdbcMessageIdRepository;

/**
 * What Camel has for it: <code>platform-http</code>, <code>unmarshal</code> and <code>idempotentConsumer</code> with a
 * repository in PostgreSQL. Believes everybody; knows of an event that is under way elsewhere only that it was seen.
 */
public final class IdempotentRouteOnPostgres implements Receiver {

    private final ReceivingRoute route = new ReceivingRoute();
    private HikariDataSource pool;

    @Override
    public String start(Surroundings surroundings) throws Exception {
        pool = Pool.of(surroundings.jdbcUrl());
        return route.serve(new RouteBuilder() {
            @Override
            public void configure() {
                from("platform-http:" + ReceivingRoute.PATH + "?httpMethodRestrict=POST")
                        .unmarshal()
                        .json(JsonLibrary.Jackson, Map.class)
                        .idempotentConsumer(
                                simple("${body[event]}|${body[data][id]}"), new JdbcMessageIdRepository(pool, "events"))
                        .setBody(constant("OK"));
            }
        });
    }

    @Override
    public void close() {
        route.close();
        pool.close();
    }
}
