/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.state;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * What an accepted send asks for.
 *
 * @param destination where it goes
 * @param type {@code text}, {@code template}, or the media type
 * @param template the template, null for free-form messages
 * @param content the text the customer sees; the caption of media
 * @param deliverAt when to send; null means at once
 * @param deliverUntil deadline; null means none
 * @param json the request as received
 */
public record SendOrder(
        Destination destination,
        String type,
        SimulatedTemplate template,
        String content,
        Instant deliverAt,
        Instant deliverUntil,
        JsonNode json) {

    public boolean isFreeForm() {
        return template == null;
    }

    @Override
    public String toString() {
        return "SendOrder[" + type + " to " + destination + ']';
    }
}
