/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.http.HttpServerResponse;

/**
 * What is answered.
 *
 * @param status HTTP status
 * @param body JSON body, null for none
 */
public record ApiAnswer(int status, JsonNode body) {

    public static ApiAnswer ok(JsonNode body) {
        return new ApiAnswer(200, body);
    }

    /** Sends it, unless something was answered before or the connection is gone. */
    public void sendTo(HttpServerResponse response) {
        if (response.ended() || response.closed()) {
            return;
        }
        response.setStatusCode(status);
        if (body == null) {
            response.end();
        } else {
            response.putHeader("content-type", "application/json").end(body.toString());
        }
    }
}
