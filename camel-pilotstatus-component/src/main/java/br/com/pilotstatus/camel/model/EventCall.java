/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.model;

import java.io.Serializable;

/**
 * The call of an event. Each part may be null.
 *
 * @param id              its id
 * @param externalCallId  the provider's id
 * @param direction       INBOUND or OUTBOUND
 * @param status          such as RINGING, ACCEPTED, COMPLETED, FAILED or REJECTED
 * @param permission      what the customer allows, when that is what the event reports: NO_PERMISSION, TEMPORARY or PERMANENT
 * @param peerNumber      who is on the other end
 * @param durationSeconds how long an answered call lasted
 * @param callbackData    what the application gave along when it started the call
 */
public record EventCall(
        String id,
        String externalCallId,
        String direction,
        String status,
        String permission,
        String peerNumber,
        Integer durationSeconds,
        String callbackData)
        implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final String FAMILY = "call.";
    private static final String PERMISSION = "call.permission_updated";
    private static final String OUTBOUND = "OUTBOUND";

    /** The call of an event; null when it is about something else. */
    static EventCall of(EventFields event) {
        if (!event.name().startsWith(FAMILY)) {
            return null;
        }
        boolean permission = event.name().equals(PERMISSION);
        String direction = event.upperCase("direction");
        String status = event.upperCase("status");
        return new EventCall(
                event.first("id"),
                event.first("externalCallId"),
                direction,
                permission ? null : status,
                permission ? status : null,
                OUTBOUND.equals(direction) ? event.to() : event.from(),
                seconds(event.data().get("duration")),
                event.first("bizOpaqueCallbackData"));
    }

    private static Integer seconds(Object duration) {
        return duration instanceof Number seconds ? seconds.intValue() : null;
    }

    @Override
    public String toString() {
        return "EventCall[id=" + id + ", direction=" + direction + ", status=" + status + ", xxxxxx]";
    }
}
