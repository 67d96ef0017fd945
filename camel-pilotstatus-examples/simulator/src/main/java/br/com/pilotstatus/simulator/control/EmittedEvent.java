/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.control;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * An event given to the webhooks.
 *
 * @param event event name
 * @param data what goes into {@code data}
 * @param webhooks how many webhooks get it
 */
public record EmittedEvent(String event, JsonNode data, int webhooks) {

    // The data hold phones and texts.
    @Override
    public String toString() {
        return "EmittedEvent[event=" + event + ", webhooks=" + webhooks + ']';
    }
}
