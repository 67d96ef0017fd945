/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.state;

import java.time.Instant;

/**
 * A call of a number and how far it has come.
 *
 * @param id its id
 * @param numberId the number
 * @param peer phone of the customer, with {@code +}
 * @param inbound true when the customer called
 * @param sdpOffer the SDP offer, or null
 * @param callbackData what the caller wants to see again in {@code call.ended}, or null
 * @param progress how far it has come
 */
public record SimulatedCall(
        String id,
        String numberId,
        String peer,
        boolean inbound,
        String sdpOffer,
        String callbackData,
        CallProgress progress) {

    private static final String PREFIX = "wacid.";

    /** A call of a customer that rings. */
    public static SimulatedCall inbound(String id, String numberId, String peer, Instant at) {
        return new SimulatedCall(id, numberId, peer, true, null, null, CallProgress.begun(CallStatus.RINGING, at));
    }

    /** A call to a customer that has just begun. */
    public static SimulatedCall outbound(
            String id, String numberId, String peer, String sdpOffer, String callbackData, Instant at) {
        return new SimulatedCall(
                id, numberId, peer, false, sdpOffer, callbackData, CallProgress.begun(CallStatus.INITIATED, at));
    }

    /** The provider's id of the call with this id. */
    public static String externalId(String id) {
        return PREFIX + id;
    }

    static String internalId(String anyId) {
        return anyId.startsWith(PREFIX) ? anyId.substring(PREFIX.length()) : anyId;
    }

    public CallStatus status() {
        return progress.status();
    }

    SimulatedCall with(CallProgress newProgress) {
        return new SimulatedCall(id, numberId, peer, inbound, sdpOffer, callbackData, newProgress);
    }

    @Override
    public String toString() {
        return "SimulatedCall[id=" + id + ", inbound=" + inbound + ", status=" + status() + ']';
    }
}
