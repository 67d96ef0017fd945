/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.api.account;

import br.com.pilotstatus.simulator.api.operation.DeadLink;
import br.com.pilotstatus.simulator.api.operation.OperationCall;
import br.com.pilotstatus.simulator.http.ApiAnswer;
import br.com.pilotstatus.simulator.http.ApiException;
import br.com.pilotstatus.simulator.state.World;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** {@code POST /billing/checkout}: a link to pay by, which leads nowhere. */
final class CheckoutResource {

    private final World world;

    CheckoutResource(World world) {
        this.world = world;
    }

    ApiAnswer create(OperationCall call) {
        JsonNode body = call.body();
        String purpose = body.get("purpose").textValue();
        if (purpose.equals("wallet_topup") && !body.has("amount")) {
            throw ApiException.invalid("amount is required for wallet_topup");
        }
        String orderId = world.ids().next();
        ObjectNode answer = JsonNodeFactory.instance
                .objectNode()
                .put("url", DeadLink.to("checkout", orderId))
                .put("purpose", purpose)
                .put("orderId", orderId)
                .put("currency", "BRL");
        if (body.has("amount")) {
            answer.set("amount", body.get("amount"));
        }
        return new ApiAnswer(201, answer);
    }
}
