/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.benchmarks.journal;

import br.com.pilotstatus.benchmarks.load.Load;
import br.com.pilotstatus.benchmarks.process.Caller;
import br.com.pilotstatus.benchmarks.process.Pool;
import br.com.pilotstatus.benchmarks.process.Surroundings;
import br.com.pilotstatus.benchmarks.send.Orders;
import br.com.pilotstatus.benchmarks.send.Request;
import br.com.pilotstatus.benchmarks.send.SendingRoute;
import br.com.pilotstatus.camel.PilotStatusComponent;
import br.com.pilotstatus.camel.store.JdbcClaimStore;
import com.zaxxer.hikari.HikariDataSource;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.camel.builder.RouteBuilder;

/** The component with a key for each send and a journal in PostgreSQL, from threads that wait. */
public final class JournaledSend implements Caller {

    private final SendingRoute route = new SendingRoute();
    private final Orders orders = new Orders();
    /** Other nodes on the same database have other keys. */
    private final AtomicLong keys = new AtomicLong(ProcessHandle.current().pid() << Integer.SIZE);

    private HikariDataSource pool;

    @Override
    public Load start(Surroundings surroundings) throws Exception {
        pool = Pool.of(surroundings.jdbcUrl());
        JdbcClaimStore store = new JdbcClaimStore(pool);
        store.check();
        route.context(surroundings)
                .getComponent("pilotstatus", PilotStatusComponent.class)
                .getConfiguration()
                .setJournal(store);
        return route.waiting(
                new RouteBuilder() {
                    @Override
                    public void configure() {
                        from(SendingRoute.START).to("pilotstatus:send?idempotencyKey=order-${header.order}");
                    }
                },
                surroundings.underWay(),
                Request.toPilotStatus(message -> {
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
