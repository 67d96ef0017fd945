/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.api.account;

import br.com.pilotstatus.simulator.api.operation.OperationCall;
import br.com.pilotstatus.simulator.http.ApiAnswer;
import br.com.pilotstatus.simulator.http.ApiException;
import br.com.pilotstatus.simulator.state.Timestamps;
import br.com.pilotstatus.simulator.state.World;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Pattern;

/** {@code POST /embed/sessions}: a token for a page of the account inside another one. */
final class EmbedSessionResource {

    private static final Pattern ORIGIN = Pattern.compile("https?://[^/?#\\s]+");
    private static final int CHAT_SECONDS = 900;
    private static final int CONNECT_SECONDS = 1800;

    private final World world;

    EmbedSessionResource(World world) {
        this.world = world;
    }

    ApiAnswer create(OperationCall call) {
        JsonNode body = call.body();
        boolean chat = body.get("surface").textValue().equals("chat");
        for (JsonNode origin : body.get("allowedOrigins")) {
            if (!ORIGIN.matcher(origin.textValue()).matches()) {
                throw ApiException.invalid("allowedOrigins must be scheme, host and port only");
            }
        }
        ArrayNode numbers = numbers(call);
        if (chat && numbers.isEmpty()) {
            throw ApiException.invalid("whatsappNumberIds is required with a tenant key on the surface chat");
        }
        int seconds = body.path("ttlSeconds").asInt(chat ? CHAT_SECONDS : CONNECT_SECONDS);
        if (seconds < 1) {
            throw ApiException.invalid("ttlSeconds must be positive");
        }
        ObjectNode answer = JsonNodeFactory.instance
                .objectNode()
                .put("token", world.ids().secret())
                .put("surface", body.get("surface").textValue())
                .put("expiresAt", Timestamps.format(world.clock().now().plusSeconds(seconds)));
        answer.set("whatsappNumberIds", numbers);
        answer.set("allowedOrigins", body.get("allowedOrigins"));
        return new ApiAnswer(201, answer);
    }

    // A number's key is for its number, whatever else is asked for.
    private ArrayNode numbers(OperationCall call) {
        ArrayNode ids = JsonNodeFactory.instance.arrayNode();
        if (call.number().isPresent()) {
            return ids.add(call.number().get().id());
        }
        for (JsonNode id : call.body().path("whatsappNumberIds")) {
            if (world.account().number(id.textValue()).isEmpty()) {
                throw ApiException.invalid("whatsappNumberIds has one that the account does not have");
            }
            ids.add(id);
        }
        return ids;
    }
}
