/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.api;

import br.com.pilotstatus.simulator.PilotStatusSimulator;
import br.com.pilotstatus.simulator.fault.Fault;
import br.com.pilotstatus.simulator.fault.FaultRule;
import br.com.pilotstatus.simulator.state.Provider;
import br.com.pilotstatus.simulator.support.ApiClient;
import br.com.pilotstatus.simulator.support.ApiClient.Answer;
import java.util.List;
import java.util.function.Function;

/** Answers about numbers, pairing links and keys. */
final class NumberSamples {

    private static final String NEW = "{\"name\":\"Branch\",\"number\":\"+5511988880002\"}";

    private static final String EXISTING = "{\"name\":\"Branch\",\"number\":\"+5511988880000\"}";

    static final List<Sample> LIST = List.of(
            Sample.tenant("listNumbers", "both", 200, "GET /numbers"),
            Sample.tenant("createNumber", "new", 201, "POST /numbers", NEW),
            Sample.tenant("createNumber", "too short", 400, "POST /numbers", "{'name':'n','number':'123'}"),
            full("createNumber", 402, "POST /numbers", NEW),
            Sample.tenant("createMetaNumber", "new", 201, "POST /numbers/meta", "{'metaPhoneId':'1'}"),
            Sample.tenant("createMetaNumber", "without Meta's id", 400, "POST /numbers/meta", "{}"),
            onNumber("getNumber", 200, s -> get(s, s.numberId(), "")),
            onNumber("getNumber", 200, s -> get(s, s.number(Provider.META).id(), "?refresh=1")),
            Sample.number("getNumber", "an unknown id", 404, "GET /numbers/x"),
            onNumber(
                    "updateNumber",
                    200,
                    s -> ApiClient.of(s)
                            .call("PATCH", "/numbers/" + s.numberId(), "{\"settings\":{\"rejectCall\":true}}")),
            onNumber(
                    "updateNumber",
                    400,
                    s -> ApiClient.of(s).call("PATCH", "/numbers/" + s.numberId(), "{\"settings\":true}")),
            Sample.tenant("updateNumber", "an unknown id", 404, "PATCH /numbers/x", "{}"),
            onNumber("logoutNumber", 200, s -> logout(s, Provider.PILOT_STATUS)),
            onNumber("logoutNumber", 400, s -> logout(s, Provider.META)),
            Sample.tenant("logoutNumber", "an unknown id", 404, "POST /numbers/x/logout"),
            Sample.tenant("createNumber", "one that exists", 409, "POST /numbers", EXISTING),
            Sample.tenant(
                    "createMetaNumber",
                    "one that exists",
                    409,
                    "POST /numbers/meta",
                    "{'metaPhoneId':'1','number':'+5511988880000'}"),
            Sample.tenant("createRemotePairing", "one that exists", 409, "POST /numbers/remote-pairing", EXISTING),
            onNumber("deleteNumber", 200, s -> ApiClient.ofTenant(s).call("DELETE", "/numbers/" + s.numberId(), null)),
            Sample.tenant("deleteNumber", "an unknown id", 404, "DELETE /numbers/x"),
            onNumber("connectNumber", 200, s -> {
                s.numbers().disconnect(s.numberId());
                return get(s, s.numberId(), "/connect");
            }),
            onNumber("connectNumber", 409, s -> get(s, s.numberId(), "/connect")),
            Sample.number("connectNumber", "an unknown id", 404, "GET /numbers/x/connect"),
            onNumber("getNumberStatus", 200, s -> get(s, s.numberId(), "/status")),
            Sample.number("getNumberStatus", "an unknown id", 404, "GET /numbers/x/status"),
            Sample.number("checkNumbers", "some", 200, "POST /numbers/check", "{'numbers':['5511977770000','x']}"),
            Sample.number("checkNumbers", "one", 200, "POST /numbers/check", "{'number':'5511977770000'}"),
            Sample.number("checkNumbers", "none", 400, "POST /numbers/check", "{'numbers':[]}"),
            new Sample("checkNumbers", "a number without connection", 409, s -> {
                s.numbers().disconnect(s.numberId());
                return ApiClient.of(s).call("POST", "/numbers/check", "{\"number\":\"5511977770000\"}");
            }),
            new Sample("checkNumbers", "a provider without a key", 503, s -> {
                s.faults().add(FaultRule.next(1, Fault.status(503)).on("checkNumbers"));
                return ApiClient.of(s).call("POST", "/numbers/check", "{\"number\":\"5511977770000\"}");
            }),
            onNumber("upgradeNumberToDual", 200, s -> upgrade(s, Provider.PILOT_STATUS)),
            onNumber("upgradeNumberToDual", 400, s -> upgrade(s, Provider.META)),
            Sample.tenant("upgradeNumberToDual", "an unknown id", 404, "POST /numbers/x/upgrade-to-dual"),
            Sample.tenant("createRemotePairing", "unofficial", 201, "POST /numbers/remote-pairing", NEW),
            Sample.tenant("createRemotePairing", "Meta", 201, "POST /numbers/remote-pairing", "{'provider':'META'}"),
            Sample.tenant("createRemotePairing", "without a name", 400, "POST /numbers/remote-pairing", "{}"),
            full("createRemotePairing", 400, "POST /numbers/remote-pairing", NEW),
            onPairing("getPairing", s -> ApiClient.at(s.baseUrl()).get("/remote-pairing/" + paired(s, NEW))),
            Sample.number("getPairing", "an unknown token", 404, "GET /remote-pairing/x"),
            onPairing(
                    "connectPairing",
                    s -> ApiClient.at(s.baseUrl())
                            .call("POST", "/remote-pairing/" + paired(s, NEW) + "/connect", null)),
            new Sample("connectPairing", "Meta", 400, s -> {
                String token = paired(s, "{\"provider\":\"META\"}");
                return ApiClient.at(s.baseUrl()).call("POST", "/remote-pairing/" + token + "/connect", null);
            }),
            Sample.number("connectPairing", "an unknown token", 404, "POST /remote-pairing/x/connect"),
            new Sample("connectPairing", "a connected number", 409, s -> {
                String token = paired(s, NEW);
                s.numbers().connect(s.numbers().list().get(2).id());
                return ApiClient.at(s.baseUrl()).call("POST", "/remote-pairing/" + token + "/connect", null);
            }),
            onPairing(
                    "getPairingStatus",
                    s -> ApiClient.at(s.baseUrl()).get("/remote-pairing/" + paired(s, NEW) + "/status")),
            Sample.number("getPairingStatus", "an unknown token", 404, "GET /remote-pairing/x/status"),
            Sample.tenant("listApiKeys", "both", 200, "GET /api-keys"),
            new Sample(
                    "regenerateNumberApiKey",
                    "of a number",
                    201,
                    s -> ApiClient.ofTenant(s)
                            .call("POST", "/api-keys", ApiClient.json("whatsappNumberId", s.numberId()))),
            Sample.tenant("regenerateNumberApiKey", "of nothing", 400, "POST /api-keys", "{}"),
            Sample.tenant("regenerateNumberApiKey", "an unknown id", 404, "POST /api-keys", "{'whatsappNumberId':'x'}"),
            Sample.number("rotateApiKey", "of a number", 201, "POST /api-keys/regenerate"),
            Sample.tenant("rotateApiKey", "of the account", 201, "POST /api-keys/regenerate"));

    private NumberSamples() {}

    private static Answer get(PilotStatusSimulator s, String numberId, String more) {
        return ApiClient.ofTenant(s).get("/numbers/" + numberId + more);
    }

    private static Answer upgrade(PilotStatusSimulator s, Provider provider) {
        String path = "/numbers/" + s.number(provider).id() + "/upgrade-to-dual";
        return ApiClient.ofTenant(s).call("POST", path, null);
    }

    private static Sample onNumber(String operation, int status, Function<PilotStatusSimulator, Answer> call) {
        return new Sample(operation, "a number", status, call);
    }

    private static Answer logout(PilotStatusSimulator s, Provider provider) {
        return ApiClient.ofTenant(s)
                .call("POST", "/numbers/" + s.number(provider).instanceId() + "/logout", null);
    }

    private static Sample onPairing(String operation, Function<PilotStatusSimulator, Answer> call) {
        return new Sample(operation, "a new link", 200, call);
    }

    private static String paired(PilotStatusSimulator s, String body) {
        return ApiClient.ofTenant(s)
                .call("POST", "/numbers/remote-pairing", body)
                .body()
                .get("remotePairingToken")
                .textValue();
    }

    private static Sample full(String operation, int status, String request, String body) {
        return new Sample(operation, "more than is paid for", status, s -> {
            ApiClient.ofTenant(s).call("DELETE", "/subscription/extra-numbers", "{\"quantity\":3}");
            return Sample.tenant(operation, "", status, request, body).call().apply(s);
        });
    }
}
