/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.api;

import br.com.pilotstatus.simulator.PilotStatusSimulator;
import br.com.pilotstatus.simulator.state.Provider;
import br.com.pilotstatus.simulator.support.ApiClient;
import br.com.pilotstatus.simulator.support.ApiClient.Answer;
import java.util.List;
import java.util.function.BiFunction;

/** Answers about groups, newsletters, media and the dashboard. */
final class GroupSamples {

    private static final String CUSTOMER = "+5511977770000";
    private static final String PHONES = "{\"participants\":[\"5511977770000\"]}";

    static final List<Sample> LIST = List.of(
            inGroup("listGroups", 200, (client, id) -> client.get("/groups")),
            Sample.meta("listGroups", "a Meta number", 400, "GET /groups"),
            disconnected("listGroups", "GET /groups", null),
            Sample.number("createGroup", "with participants", 201, "POST /groups", "{'subject':'Team'}"),
            Sample.number("createGroup", "without a name", 400, "POST /groups", "{'subject':' '}"),
            disconnected("createGroup", "POST /groups", "{\"subject\":\"Team\"}"),
            inGroup("getGroup", 200, (client, id) -> client.get("/groups/" + id)),
            Sample.meta("getGroup", "a Meta number", 400, "GET /groups/x"),
            Sample.number("getGroup", "an unknown id", 404, "GET /groups/x%40g.us"),
            disconnected("getGroup", "GET /groups/x", null),
            inGroup(
                    "addGroupParticipants",
                    200,
                    (client, id) -> client.call("POST", "/groups/" + id + "/participants", PHONES)),
            Sample.number("addGroupParticipants", "an unknown id", 400, "POST /groups/x/participants", PHONES),
            disconnected("addGroupParticipants", "POST /groups/x/participants", PHONES),
            inGroup(
                    "removeGroupParticipants",
                    200,
                    (client, id) -> client.call("DELETE", "/groups/" + id + "/participants", PHONES)),
            Sample.number("removeGroupParticipants", "nobody", 400, "DELETE /groups/x/participants", "{}"),
            disconnected("removeGroupParticipants", "DELETE /groups/x/participants", PHONES),
            Sample.number("listNewsletters", "its own", 200, "GET /newsletters"),
            Sample.meta("listNewsletters", "a Meta number", 400, "GET /newsletters"),
            disconnected("listNewsletters", "GET /newsletters", null),
            new Sample("downloadMedia", "an image", 200, GroupSamples::media),
            Sample.meta("downloadMedia", "without the phone id", 400, "GET /media/x"),
            Sample.meta("downloadMedia", "an unknown id", 404, "GET /media/x?phoneNumberId=y"),
            new Sample("getDashboard", "of some messages", 200, GroupSamples::dashboard),
            Sample.number("getDashboard", "of no messages", 200, "GET /analytics/dashboard?period=7d"));

    private GroupSamples() {}

    private static Sample inGroup(String operation, int status, BiFunction<ApiClient, String, Answer> call) {
        return new Sample(operation, "a group", status, s -> {
            ApiClient client = ApiClient.of(s);
            String created = "{\"subject\":\"Store team\",\"participants\":[\"5511977770001\"]}";
            String id = client.call("POST", "/groups", created).body().get("id").textValue();
            return call.apply(client, id.replace("@", "%40"));
        });
    }

    private static Sample disconnected(String operation, String request, String body) {
        return new Sample(operation, "a number without connection", 409, s -> {
            s.numbers().disconnect(s.numberId());
            return Sample.number(operation, "", 409, request, body).call().apply(s);
        });
    }

    private static Answer media(PilotStatusSimulator s) {
        var data = s.inbound(s.number(Provider.META).id())
                .media(CUSTOMER, "image", "https://example.com/a.jpg", null, "a.jpg")
                .data();
        return ApiClient.ofMeta(s)
                .get("/media/" + data.get("mediaId").textValue() + "?phoneNumberId="
                        + data.get("phoneNumberId").textValue());
    }

    private static Answer dashboard(PilotStatusSimulator s) {
        ApiClient.of(s).sendText(CUSTOMER);
        return ApiClient.of(s).get("/analytics/dashboard?period=90d&tz=America/Sao_Paulo");
    }
}
