/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.api.numbers;

import br.com.pilotstatus.simulator.api.operation.ConnectedNumber;
import br.com.pilotstatus.simulator.api.operation.OperationCall;
import br.com.pilotstatus.simulator.http.ApiAnswer;
import br.com.pilotstatus.simulator.state.Destination;
import br.com.pilotstatus.simulator.state.Destination.Kind;
import br.com.pilotstatus.simulator.state.InboundMessage;
import br.com.pilotstatus.simulator.state.World;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.regex.Pattern;

/**
 * {@code POST /numbers/check}: every phone is on WhatsApp but the one whose messages fail for that. A Brazilian mobile
 * phone is found with and without its ninth digit.
 */
final class NumberCheckResource {

    private static final String NOT_ON_WHATSAPP = "+5511900000203";
    private static final Pattern WITHOUT_NINTH_DIGIT = Pattern.compile("\\+55([1-9][0-9])([6-9][0-9]{7})$");

    private final World world;
    private final ConnectedNumber numbers;

    NumberCheckResource(World world) {
        this.world = world;
        this.numbers = new ConnectedNumber(world);
    }

    ApiAnswer check(OperationCall call) {
        JsonNode wanted = call.body().has("numbers")
                ? call.body().get("numbers")
                : JsonNodeFactory.instance.arrayNode().add(call.body().get("number"));
        List<InboundMessage> inbox = world.inboxOf(numbers.unofficial(call).id());
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode results = body.putArray("results");
        wanted.forEach(input -> results.add(result(input.textValue(), inbox)));
        return ApiAnswer.ok(body);
    }

    private static ObjectNode result(String input, List<InboundMessage> inbox) {
        Destination given = Destination.phone(input);
        Destination phone =
                Destination.phone(WITHOUT_NINTH_DIGIT.matcher(given.value()).replaceFirst("+55$19$2"));
        boolean exists = phone.kind() == Kind.PHONE && !phone.is(NOT_ON_WHATSAPP);
        String name = inbox.stream()
                .filter(message -> message.chat().equals(phone))
                .map(InboundMessage::chatName)
                .findFirst()
                .orElse(null);
        return JsonNodeFactory.instance
                .objectNode()
                .put("input", input)
                .put("exists", exists)
                .put("number", exists ? phone.value().substring(1) : null)
                .put("name", exists ? name : null);
    }
}
