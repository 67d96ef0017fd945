/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.model;

import java.util.Locale;

/**
 * Orders the states of a message, so that events arriving late or twice never set a message back: a state applies only
 * over one of lower rank. The end states <code>FAILED</code> and <code>CANCELED</code> rank above <code>SENT</code> and
 * below <code>DELIVERED</code>, because a message reported as failed can still turn out to have been delivered.
 */
public final class StatusRank {

    private StatusRank() {}

    /** The rank, from 1 (<code>QUEUED</code>) to 5 (<code>READ</code>); null for null and for states not known. */
    public static Integer of(String status) {
        if (status == null) {
            return null;
        }
        return switch (status.toUpperCase(Locale.ROOT)) {
            case "QUEUED" -> 1;
            case "SENT" -> 2;
            case "FAILED", "CANCELED", "CANCELLED" -> 3;
            case "DELIVERED" -> 4;
            case "READ" -> 5;
            default -> null;
        };
    }
}
