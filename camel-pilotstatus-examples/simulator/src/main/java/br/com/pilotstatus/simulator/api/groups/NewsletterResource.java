/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.api.groups;

import br.com.pilotstatus.simulator.api.operation.ConnectedNumber;
import br.com.pilotstatus.simulator.api.operation.OperationCall;
import br.com.pilotstatus.simulator.http.ApiAnswer;
import br.com.pilotstatus.simulator.state.Destination.Kind;
import br.com.pilotstatus.simulator.state.InboundMessage;
import br.com.pilotstatus.simulator.state.SimulatedNumber;
import br.com.pilotstatus.simulator.state.World;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code GET /newsletters}: the number's own newsletter and those that have published to it. */
final class NewsletterResource {

    private final World world;
    private final ConnectedNumber numbers;

    NewsletterResource(World world) {
        this.world = world;
        this.numbers = new ConnectedNumber(world);
    }

    ApiAnswer list(OperationCall call) {
        SimulatedNumber number = numbers.unofficial(call);
        Map<String, String> names = new LinkedHashMap<>();
        names.put(number.number() + "@newsletter", number.name());
        world.inboxOf(number.id()).stream()
                .filter(message -> message.chat().kind() == Kind.NEWSLETTER)
                .forEach(message -> names.put(message.chat().value(), name(message)));
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode newsletters = body.putArray("newsletters");
        names.forEach((id, name) -> newsletters.addObject().put("id", id).put("name", name));
        return ApiAnswer.ok(body);
    }

    private static String name(InboundMessage message) {
        return message.chatName() == null ? message.chat().value() : message.chatName();
    }
}
