/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.http;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What an operation answers.
 *
 * @param status HTTP status
 * @param body JSON body, null for none
 */
public record ApiAnswer(int status, JsonNode body) {

    public static ApiAnswer ok(JsonNode body) {
        return new ApiAnswer(200, body);
    }
}
