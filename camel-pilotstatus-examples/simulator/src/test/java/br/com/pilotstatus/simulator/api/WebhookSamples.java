/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.api;

import br.com.pilotstatus.simulator.PilotStatusSimulator;
import br.com.pilotstatus.simulator.settings.ContractSettings.Container;
import br.com.pilotstatus.simulator.support.ApiClient;
import br.com.pilotstatus.simulator.support.ApiClient.Answer;
import java.time.Duration;
import java.util.List;

/** Answers about webhooks. */
final class WebhookSamples {

    private static final String CREATE = "POST /webhooks";

    static final List<Sample> LIST = List.of(
            new Sample("listWebhooks", "some", 200, s -> {
                webhook(s);
                return ApiClient.of(s).get("/webhooks");
            }),
            Sample.nobody("listWebhooks", "GET /webhooks"),
            Sample.number(
                    "createWebhook",
                    "with all fields",
                    201,
                    CREATE,
                    "{'url':'http://127.0.0.1:9/','name':'n','events':['*'],'active':true}"),
            Sample.number("createWebhook", "no URL", 400, CREATE, "{}"),
            Sample.nobody("createWebhook", CREATE, "{}"),
            Sample.tenant(
                    "createWebhook",
                    "a foreign number",
                    404,
                    CREATE,
                    "{'url':'http://127.0.0.1:9/','whatsappNumberId':'x'}"),
            new Sample("getWebhook", "one", 200, s -> of(s, "GET", "", null)),
            Sample.nobody("getWebhook", "GET /webhooks/x"),
            Sample.number("getWebhook", "an unknown id", 404, "GET /webhooks/x"),
            new Sample("updateWebhook", "paused", 200, s -> of(s, "PATCH", "", "{\"active\":false}")),
            new Sample("updateWebhook", "an unknown event", 400, s -> of(s, "PATCH", "", "{\"events\":[\"x\"]}")),
            Sample.nobody("updateWebhook", "PATCH /webhooks/x", "{}"),
            Sample.number("updateWebhook", "an unknown id", 404, "PATCH /webhooks/x", "{}"),
            new Sample("deleteWebhook", "gone", 204, s -> of(s, "DELETE", "", null)),
            Sample.nobody("deleteWebhook", "DELETE /webhooks/x"),
            Sample.number("deleteWebhook", "an unknown id", 404, "DELETE /webhooks/x"),
            new Sample("listWebhookLogs", "a failed attempt", 200, s -> logs(s, Container.ARRAY)),
            new Sample("listWebhookLogs", "in an object", 200, s -> logs(s, Container.OBJECT)),
            new Sample("listWebhookLogs", "an impossible limit", 400, s -> of(s, "GET", "/logs?limit=51", null)),
            Sample.nobody("listWebhookLogs", "GET /webhooks/x/logs"),
            Sample.number("listWebhookLogs", "an unknown id", 404, "GET /webhooks/x/logs"));

    private WebhookSamples() {}

    /** Asked about a webhook that is there. */
    private static Answer of(PilotStatusSimulator s, String method, String below, String body) {
        return ApiClient.of(s).call(method, "/webhooks/" + webhook(s) + below, body);
    }

    private static String webhook(PilotStatusSimulator s) {
        return s.webhooks().create(s.numberId(), "http://127.0.0.1:9/", "*").id();
    }

    private static Answer logs(PilotStatusSimulator s, Container container) {
        s.configure(settings -> settings.with(settings.contract().withContainer(container)));
        String id = webhook(s);
        s.inbound().text("+5511977770000", "Hello");
        s.webhooks().awaitAttempt(attempt -> true, Duration.ofSeconds(5));
        return ApiClient.of(s).get("/webhooks/" + id + "/logs?limit=50&event=message.received");
    }
}
