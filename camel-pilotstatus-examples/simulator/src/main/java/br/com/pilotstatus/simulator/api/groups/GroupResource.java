/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.api.groups;

import br.com.pilotstatus.simulator.api.operation.ConnectedNumber;
import br.com.pilotstatus.simulator.api.operation.OperationCall;
import br.com.pilotstatus.simulator.api.operation.Phones;
import br.com.pilotstatus.simulator.http.ApiAnswer;
import br.com.pilotstatus.simulator.http.ApiException;
import br.com.pilotstatus.simulator.state.SimulatedGroup;
import br.com.pilotstatus.simulator.state.SimulatedNumber;
import br.com.pilotstatus.simulator.state.World;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** {@code /groups}: the groups of a connected number that may have any. */
final class GroupResource {

    private final World world;
    private final ConnectedNumber numbers;

    GroupResource(World world) {
        this.world = world;
        this.numbers = new ConnectedNumber(world);
    }

    ApiAnswer list(OperationCall call) {
        SimulatedNumber number = numbers.forGroups(call);
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode groups = body.putArray("groups");
        world.groups().list().stream()
                .filter(group -> group.numberId().equals(number.id()))
                .forEach(group -> groups.addObject().put("id", group.id()).put("name", group.subject()));
        return ApiAnswer.ok(body);
    }

    ApiAnswer create(OperationCall call) {
        SimulatedNumber number = numbers.forGroups(call);
        String subject = call.body().get("subject").textValue();
        if (subject.isBlank()) {
            throw ApiException.invalid("subject must not be blank");
        }
        SimulatedGroup group = new SimulatedGroup(
                world.ids().nextGroupId(),
                number.id(),
                subject,
                phones(call.body().path("participants")));
        return new ApiAnswer(201, json(world.groups().put(group.id(), group), number));
    }

    ApiAnswer get(OperationCall call) {
        SimulatedNumber number = numbers.forGroups(call);
        return world.groups()
                .find(call.path("groupId"))
                .filter(group -> group.numberId().equals(number.id()))
                .map(group -> ApiAnswer.ok(json(group, number)))
                .orElseThrow(() -> notFound(404));
    }

    ApiAnswer addParticipants(OperationCall call) {
        return change(call, SimulatedGroup::plus);
    }

    ApiAnswer removeParticipants(OperationCall call) {
        return change(call, SimulatedGroup::minus);
    }

    // The document names no 404 here.
    private ApiAnswer change(OperationCall call, BiFunction<SimulatedGroup, List<String>, SimulatedGroup> change) {
        SimulatedNumber number = numbers.forGroups(call);
        List<String> phones = phones(call.body().get("participants"));
        return world.groups()
                .find(call.path("groupId"))
                .filter(group -> group.numberId().equals(number.id()))
                .flatMap(group -> world.groups().change(group.id(), now -> change.apply(now, phones)))
                .map(group -> ApiAnswer.ok(json(group, number)))
                .orElseThrow(() -> notFound(400));
    }

    private static ApiException notFound(int status) {
        return new ApiException(status, "GROUP_NOT_FOUND", "The number is in no such group");
    }

    private static List<String> phones(JsonNode participants) {
        List<String> phones = new ArrayList<>();
        for (JsonNode participant : participants) {
            phones.add(
                    Phones.read("each of participants", participant.textValue()).value());
        }
        return phones;
    }

    private static ObjectNode json(SimulatedGroup group, SimulatedNumber number) {
        ObjectNode json =
                JsonNodeFactory.instance.objectNode().put("id", group.id()).put("subject", group.subject());
        ArrayNode participants = json.putArray("participants");
        participants.add(participant(number.e164(), "admin"));
        group.participants().forEach(phone -> participants.add(participant(phone, "member")));
        return json;
    }

    private static ObjectNode participant(String phone, String role) {
        String digits = phone.substring(1);
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", digits + "@s.whatsapp.net")
                .put("number", digits)
                .put("role", role);
    }
}
