/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.api;

import br.com.pilotstatus.simulator.PilotStatusSimulator;
import br.com.pilotstatus.simulator.state.Provider;
import br.com.pilotstatus.simulator.support.ApiClient;
import br.com.pilotstatus.simulator.support.ApiClient.Answer;
import java.util.List;

/** Answers about calls. */
final class CallSamples {

    private static final String CUSTOMER = "+5511977770000";
    private static final String TO = "{\"to\":\"" + CUSTOMER + "\"}";
    private static final String SDP = "{\"sdp\":\"v=0\"}";

    static final List<Sample> LIST = List.of(
            Sample.number("startCall", "of an unofficial number", 201, "POST /calls", TO),
            new Sample("startCall", "of a Meta number", 201, CallSamples::permitted),
            Sample.meta("startCall", "without permission", 400, "POST /calls", "{'to':'+5511977770000','sdp':'v=0'}"),
            new Sample("startCall", "a number without connection", 409, s -> {
                s.numbers().disconnect(s.numberId());
                return ApiClient.of(s).call("POST", "/calls", TO);
            }),
            new Sample("listCalls", "one", 200, s -> {
                ringing(s, Provider.PILOT_STATUS);
                return ApiClient.of(s).get("/calls?limit=1");
            }),
            Sample.number("listCalls", "an impossible limit", 400, "GET /calls?limit=101"),
            new Sample(
                    "getCall",
                    "with SDP",
                    200,
                    s -> ApiClient.ofMeta(s).get("/calls/" + ringing(s, Provider.META) + "?includeSdp=1")),
            Sample.number("getCall", "an unknown id", 404, "GET /calls/x"),
            onCall("preAcceptCall", "pre-accept", SDP),
            Sample.meta("preAcceptCall", "without SDP", 400, "POST /calls/x/pre-accept"),
            Sample.meta("preAcceptCall", "an unknown id", 404, "POST /calls/x/pre-accept", SDP),
            onCall("acceptCall", "accept", SDP),
            Sample.meta("acceptCall", "without SDP", 400, "POST /calls/x/accept", "{}"),
            Sample.number("acceptCall", "an unknown id", 404, "POST /calls/x/accept"),
            onCall("rejectCall", "reject", null),
            new Sample("rejectCall", "a call that is over", 400, s -> over(s, "reject")),
            Sample.number("rejectCall", "an unknown id", 404, "POST /calls/x/reject"),
            onCall("terminateCall", "terminate", null),
            new Sample("terminateCall", "a call that is over", 400, s -> over(s, "terminate")),
            Sample.number("terminateCall", "an unknown id", 404, "POST /calls/x/terminate"),
            connected("playCallAudio", "play", "{\"mediaUrl\":\"https://example.com/a.mp3\"}", 200),
            connected("playCallAudio", "play", "{\"mediaUrl\":\"https://example.com/a.exe\"}", 400),
            Sample.number(
                    "playCallAudio", "an unknown id", 404, "POST /calls/x/play", "{'mediaUrl':'https://a.b/c.mp3'}"),
            connected("openCallSession", "realtime-session", "{\"mode\":\"talk\"}", 200),
            connected("openCallSession", "realtime-session", "{\"mode\":\"sing\"}", 400),
            Sample.number(
                    "openCallSession", "an unknown id", 404, "POST /calls/x/realtime-session", "{'mode':'listen'}"),
            Sample.meta("getCallSettings", "the first", 200, "GET /calls/settings"),
            Sample.meta("updateCallSettings", "status", 200, "PUT /calls/settings", "{'status':'DISABLED'}"),
            Sample.meta("updateCallSettings", "sip", 400, "PUT /calls/settings", "{'sip':{}}"),
            Sample.meta("getCallPermission", "none", 200, "GET /calls/permissions?to=%2B5511977770000"),
            new Sample("getCallPermission", "temporary", 200, s -> {
                s.calls(s.number(Provider.META).id()).permission(CUSTOMER, "TEMPORARY");
                return ApiClient.ofMeta(s).get("/calls/permissions?to=5511977770000");
            }),
            Sample.meta("getCallPermission", "of nobody", 400, "GET /calls/permissions"),
            Sample.number("requestCallPermission", "asked", 201, "POST /calls/permissions/request", TO),
            Sample.meta("requestCallPermission", "a stranger", 400, "POST /calls/permissions/request", TO));

    private CallSamples() {}

    private static String ringing(PilotStatusSimulator s, Provider provider) {
        var calls = s.calls(s.number(provider).id());
        String id = calls.newCall();
        calls.ringing(id, CUSTOMER);
        return id;
    }

    private static Sample onCall(String operation, String action, String body) {
        return new Sample(
                operation,
                "a call that rings",
                200,
                s -> ApiClient.ofMeta(s).call("POST", "/calls/" + ringing(s, Provider.META) + '/' + action, body));
    }

    private static Sample connected(String operation, String action, String body, int status) {
        return new Sample(operation, "a connected call", status, s -> {
            String id = ringing(s, Provider.PILOT_STATUS);
            s.calls(s.numberId()).connected(id, CUSTOMER);
            return ApiClient.of(s).call("POST", "/calls/" + id + '/' + action, body);
        });
    }

    private static Answer over(PilotStatusSimulator s, String action) {
        String id = ringing(s, Provider.PILOT_STATUS);
        s.calls(s.numberId()).missed(id, CUSTOMER);
        return ApiClient.of(s).call("POST", "/calls/" + id + '/' + action, null);
    }

    private static Answer permitted(PilotStatusSimulator s) {
        s.calls(s.number(Provider.META).id()).permission(CUSTOMER, "PERMANENT");
        return ApiClient.ofMeta(s).call("POST", "/calls", "{\"to\":\"" + CUSTOMER + "\",\"sdp\":\"v=0\"}");
    }
}
