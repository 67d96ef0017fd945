/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.benchmarks.event;

import br.com.pilotstatus.camel.store.JdbcClaimStore;
import java.time.Duration;
import java.time.InstantSource;
import javax.sql.DataSource;

/** The component, which knows events by their token and remembers them for 30 days in a table of that name. */
public final class WebhookOnTable implements AutoCloseable {

    private static final Duration RETENTION = Duration.ofDays(30);

    private final ReceivingRoute route = new ReceivingRoute();
    private final String url;

    public WebhookOnTable(DataSource dataSource, String table) throws Exception {
        JdbcClaimStore store = new JdbcClaimStore(dataSource, table, RETENTION, InstantSource.system());
        store.check();
        url = route.configure(options -> options.setInbox(store))
                .serve(TokenWebhook.path(ReceivingRoute.TOKEN_WEBHOOK));
    }

    public String url() {
        return url;
    }

    @Override
    public void close() {
        route.close();
    }
}
