/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.control;

import static br.com.pilotstatus.simulator.control.ControlJson.need;

import java.time.Duration;

/**
 * What a customer on the phone does, as the control API takes it.
 *
 * @param kind ringing, connected, ended, missed or permission
 * @param numberId the number called; absent means the unofficial one
 * @param from phone of the customer
 * @param callId the call; absent begins a new one (not for permission)
 * @param status for ended COMPLETED, FAILED or REJECTED, for permission NO_PERMISSION, TEMPORARY or PERMANENT
 * @param seconds for ended, how long they spoke; absent when nobody answered
 */
record CallRequest(String kind, String numberId, String from, String callId, String status, Long seconds) {

    /** Lets it happen. */
    EmittedEvent play(Calls calls) {
        String caller = need("from", from);
        String call = callId == null ? calls.newCall() : callId;
        return switch (need("kind", kind)) {
            case "ringing" -> calls.ringing(call, caller);
            case "connected" -> calls.connected(call, caller);
            case "ended" ->
                calls.ended(
                        call,
                        caller,
                        need("status", status),
                        seconds == null ? null : Duration.ofSeconds(seconds),
                        null);
            case "missed" -> calls.missed(call, caller);
            case "permission" -> calls.permission(caller, need("status", status));
            default ->
                throw new IllegalArgumentException("kind must be ringing, connected, ended, missed or permission");
        };
    }
}
