/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.state;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * One accepted send.
 *
 * @param sequence position in the order of acceptance, from 1
 * @param id the id of the 202 answer
 * @param correlationId the correlation id of the 202 answer
 * @param numberId the sending number
 * @param type {@code text}, {@code template}, or the media type
 * @param destination where it goes
 * @param request the request as received
 * @param size its size in bytes
 * @param acceptedAt when it was accepted
 */
public record LedgerEntry(
        long sequence,
        String id,
        String correlationId,
        String numberId,
        String type,
        Destination destination,
        JsonNode request,
        int size,
        Instant acceptedAt) {

    @Override
    public String toString() {
        return '#' + Long.toString(sequence) + ' ' + type + " to " + destination + ", id " + id;
    }
}
