/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.api;

import br.com.pilotstatus.simulator.PilotStatusSimulator;
import br.com.pilotstatus.simulator.settings.ContractSettings.CancelAnswer;
import br.com.pilotstatus.simulator.support.ApiClient;
import br.com.pilotstatus.simulator.support.ApiClient.Answer;
import java.time.Duration;
import java.util.List;

/** Answers about messages that are sent. */
final class MessageSamples {

    private static final String CUSTOMER = "+5511977770000";
    private static final String SEND = "POST /messages/send";
    private static final String CANCEL = "DELETE /messages/cancel";
    private static final String TEXT = "{'destinationNumber':'+5511977770000','text':'Hello'}";

    static final List<Sample> LIST = List.of(
            Sample.number("sendMessage", "a text", 202, SEND, TEXT),
            Sample.number("sendMessage", "an invalid body", 400, SEND, "{'text':1}"),
            Sample.number("sendMessage", "no JSON", 400, SEND, "{"),
            Sample.number("sendMessage", "missing variables", 400, SEND, template("order_shipped")),
            Sample.nobody("sendMessage", SEND, TEXT),
            new Sample("sendMessage", "media on the free plan", 402, MessageSamples::mediaOnTheFreePlan),
            Sample.tenant("sendMessage", "a tenant key without a number", 403, SEND, TEXT),
            Sample.number("sendMessage", "an unknown template", 404, SEND, template("nope")),
            new Sample("sendMessage", "a number without connection", 409, MessageSamples::disconnected),
            Sample.number(
                    "sendMessage",
                    "too many requests",
                    429,
                    SEND,
                    "{'destinationNumber':'+5511900000429','text':'Hello'}"),
            new Sample("getMessage", "a queued message", 200, s -> message(s, CUSTOMER, Duration.ZERO)),
            new Sample("getMessage", "a read message", 200, s -> message(s, CUSTOMER, Duration.ofMinutes(1))),
            new Sample("getMessage", "a failed message", 200, s -> message(s, "+5511900000203", Duration.ofMinutes(1))),
            Sample.nobody("getMessage", "GET /messages/x"),
            Sample.tenant("getMessage", "a tenant key without a number", 403, "GET /messages/x"),
            Sample.number("getMessage", "an unknown id", 404, "GET /messages/x"),
            Sample.number("cancelMessages", "ids", 200, CANCEL, "{'messageIds':['x']}"),
            new Sample("cancelMessages", "counts", 200, MessageSamples::cancelWithCounts),
            Sample.number("cancelMessages", "no ids", 400, CANCEL, "{'messageIds':[]}"),
            Sample.nobody("cancelMessages", CANCEL, "{}"),
            new Sample(
                    "cancelMessages",
                    "a foreign number",
                    403,
                    s -> ApiClient.ofTenant(s)
                            .with("x-whatsapp-number-id", "x")
                            .call("DELETE", "/messages/cancel", "{}")));

    private MessageSamples() {}

    private static String template(String id) {
        return "{'destinationNumber':'+5511977770000','templateId':'" + id + "'}";
    }

    private static Answer mediaOnTheFreePlan(PilotStatusSimulator s) {
        s.configure(settings -> settings.with(settings.contract().withFreePlan(true)));
        return ApiClient.of(s)
                .send("{\"destinationNumber\":\"+5511977770000\",\"media\":\"https://example.com/a.png\","
                        + "\"mediaType\":\"image\"}");
    }

    private static Answer disconnected(PilotStatusSimulator s) {
        s.numbers().disconnect(s.numberId());
        return ApiClient.of(s).send(TEXT.replace('\'', '"'));
    }

    private static Answer message(PilotStatusSimulator s, String to, Duration later) {
        String id = ApiClient.of(s).sendText(to);
        s.clock().advance(later);
        return ApiClient.of(s).get("/messages/" + id);
    }

    private static Answer cancelWithCounts(PilotStatusSimulator s) {
        s.configure(settings -> settings.with(settings.contract().withCancelAnswer(CancelAnswer.COUNTS)));
        return ApiClient.of(s).call("DELETE", "/messages/cancel", "{\"messageIds\":[\"x\"]}");
    }
}
