/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.benchmarks.event;

import br.com.pilotstatus.benchmarks.process.Pool;
import br.com.pilotstatus.benchmarks.process.Receiver;
import br.com.pilotstatus.benchmarks.process.Surroundings;
import br.com.pilotstatus.camel.store.JdbcClaimStore;
import com.zaxxer.hikari.HikariDataSource;

/** The component, which knows events by their token and remembers them in PostgreSQL. */
public final class TokenWebhookOnPostgres implements Receiver {

    private final ReceivingRoute route = new ReceivingRoute();
    private HikariDataSource pool;

    @Override
    public String start(Surroundings surroundings) throws Exception {
        pool = Pool.of(surroundings.jdbcUrl());
        return route.configure(options -> options.setInbox(new JdbcClaimStore(pool)))
                .serve(TokenWebhook.path(ReceivingRoute.TOKEN_WEBHOOK));
    }

    @Override
    public void close() {
        route.close();
        pool.close();
    }
}
