/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.benchmarks;

import br.com.pilotstatus.benchmarks.event.BareRoute;
import br.com.pilotstatus.benchmarks.event.IdempotentRouteOnPostgres;
import br.com.pilotstatus.benchmarks.event.NaiveHmacRoute;
import br.com.pilotstatus.benchmarks.event.SecretWebhook;
import br.com.pilotstatus.benchmarks.event.TokenWebhook;
import br.com.pilotstatus.benchmarks.event.TokenWebhookOnPostgres;
import br.com.pilotstatus.benchmarks.journal.IdempotentSend;
import br.com.pilotstatus.benchmarks.journal.JournaledSend;
import br.com.pilotstatus.benchmarks.send.BareClient;
import br.com.pilotstatus.benchmarks.send.CamelHttp;
import br.com.pilotstatus.benchmarks.send.CamelVertxHttp;
import br.com.pilotstatus.benchmarks.send.PilotStatusMap;
import br.com.pilotstatus.benchmarks.send.PilotStatusTemplate;
import br.com.pilotstatus.benchmarks.send.PilotStatusWaiting;
import java.util.List;

/** What is measured side by side: those that do the same job, the peers that the others are compared with first. */
enum Contest {
    SENDING(
            "Sends",
            2,
            List.of(
                    new Contestant("bare-client", "HttpClient 5 by itself, asynchronous", BareClient.class),
                    new Contestant("camel-http", "`camel-http`, waiting threads", CamelHttp.class),
                    new Contestant("camel-vertx-http", "`camel-vertx-http`, asynchronous", CamelVertxHttp.class),
                    new Contestant("send-map", "`pilotstatus:send`, a Map, asynchronous", PilotStatusMap.class),
                    new Contestant(
                            "send-template",
                            "`pilotstatus:send`, a template and three expressions, asynchronous",
                            PilotStatusTemplate.class),
                    new Contestant(
                            "send-waiting", "`pilotstatus:send`, a Map, waiting threads", PilotStatusWaiting.class))),
    EVENTS(
            "Events",
            3,
            List.of(
                    new Contestant("bare-route", "`platform-http` that only answers", BareRoute.class),
                    new Contestant(
                            "idempotent-route",
                            "`platform-http`, `unmarshal`, `idempotentConsumer` on PostgreSQL",
                            IdempotentRouteOnPostgres.class),
                    new Contestant("hmac-route", "`platform-http`, HMAC by hand, `unmarshal`", NaiveHmacRoute.class),
                    new Contestant("webhook-token", "`pilotstatus:webhook`, token, in memory", TokenWebhook.class),
                    new Contestant("webhook-secret", "`pilotstatus:webhook`, secret, in memory", SecretWebhook.class),
                    new Contestant(
                            "webhook-postgres",
                            "`pilotstatus:webhook`, token, on PostgreSQL",
                            TokenWebhookOnPostgres.class))),
    JOURNAL(
            "Sends that happen once, on PostgreSQL",
            1,
            List.of(
                    new Contestant("idempotent-send", "`idempotentConsumer` around `camel-http`", IdempotentSend.class),
                    new Contestant("send-journal", "`pilotstatus:send` with `idempotencyKey`", JournaledSend.class)));

    private final String title;
    private final int peers;
    private final List<Contestant> contestants;

    Contest(String title, int peers, List<Contestant> contestants) {
        this.title = title;
        this.peers = peers;
        this.contestants = contestants;
    }

    String title() {
        return title;
    }

    List<Contestant> contestants() {
        return contestants;
    }

    /** Those that all are compared with. */
    List<Contestant> peers() {
        return contestants.subList(0, peers);
    }
}
