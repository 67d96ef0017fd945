/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.api.numbers;

import br.com.pilotstatus.simulator.api.operation.OperationCall;
import br.com.pilotstatus.simulator.api.operation.Refusals;
import br.com.pilotstatus.simulator.http.ApiAnswer;
import br.com.pilotstatus.simulator.http.ApiException;
import br.com.pilotstatus.simulator.life.NumberScan;
import br.com.pilotstatus.simulator.state.NumberState;
import br.com.pilotstatus.simulator.state.SimulatedNumber;
import br.com.pilotstatus.simulator.state.World;
import br.com.pilotstatus.simulator.webhook.NumberEvents;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;

/** {@code /numbers} and {@code /numbers/{id}}: the numbers of the account, for every key. */
final class NumberResource {

    private final World world;
    private final NumberEvents events;
    private final NumberScan scan;

    NumberResource(World world, NumberEvents events, NumberScan scan) {
        this.world = world;
        this.events = events;
        this.scan = scan;
    }

    ApiAnswer list(OperationCall call) {
        ArrayNode numbers = JsonNodeFactory.instance.arrayNode();
        world.account().numbers().forEach(number -> numbers.add(NumberJson.item(number)));
        return ApiAnswer.ok(numbers);
    }

    ApiAnswer get(OperationCall call) {
        return ApiAnswer.ok(NumberJson.detail(require(call)));
    }

    ApiAnswer status(OperationCall call) {
        return ApiAnswer.ok(NumberJson.status(requireInstance(call)));
    }

    ApiAnswer connect(OperationCall call) {
        SimulatedNumber number = requireInstance(call);
        if (number.isMeta() || number.state() == NumberState.OPEN) {
            throw alreadyConnected();
        }
        scan.shown(number.id());
        return ApiAnswer.ok(NumberJson.code(world.ids()));
    }

    /** Ends the connection of a number; its webhooks are told. */
    ApiAnswer logout(OperationCall call) {
        SimulatedNumber number = requireInstance(call);
        if (number.isMeta()) {
            throw ApiException.invalid("a Meta number has no connection to end");
        }
        Instant now = world.clock().now();
        world.account()
                .change(number.id(), connected -> connected.withState(NumberState.CLOSE, now))
                .ifPresent(closed -> events.publish("number.disconnected", closed));
        return ApiAnswer.ok(JsonNodeFactory.instance.objectNode().put("ok", true));
    }

    /** Takes the settings of a number, and shows them; they change nothing of how it behaves. */
    ApiAnswer update(OperationCall call) {
        SimulatedNumber number = require(call);
        ObjectNode answer = NumberJson.item(number);
        answer.set(
                "settings",
                world.administration().numberSettings(number.id(), call.body().path("settings")));
        return ApiAnswer.ok(answer);
    }

    /** Removes a number with all that belongs to it; its webhooks are told first. */
    ApiAnswer delete(OperationCall call) {
        SimulatedNumber number = require(call);
        events.publish("number.removed", number);
        world.webhooks().list().stream()
                .filter(webhook -> webhook.numberId().equals(number.id()))
                .forEach(webhook -> world.webhooks().remove(webhook.id()));
        world.groups().list().stream()
                .filter(group -> group.numberId().equals(number.id()))
                .forEach(group -> world.groups().remove(group.id()));
        if (!world.account().remove(number.id())) {
            throw Refusals.noSuchNumber();
        }
        return ApiAnswer.ok(JsonNodeFactory.instance.objectNode().put("ok", true));
    }

    ApiAnswer upgradeToDual(OperationCall call) {
        SimulatedNumber number = require(call);
        if (number.isMeta()) {
            throw ApiException.invalid("a Meta number has no second link");
        }
        world.account()
                .change(number.id(), now -> now.withSecondLink(world.clock().now()));
        return ApiAnswer.ok(JsonNodeFactory.instance.objectNode().set("secondaryLink", NumberJson.code(world.ids())));
    }

    static ApiException alreadyConnected() {
        return new ApiException(409, "NUMBER_ALREADY_CONNECTED", "The number is connected");
    }

    private SimulatedNumber require(OperationCall call) {
        return world.account().number(call.path("id")).orElseThrow(Refusals::noSuchNumber);
    }

    /** The number of an instance; the documentation takes the id of the number there, too. */
    private SimulatedNumber requireInstance(OperationCall call) {
        return world.account()
                .numberOfInstance(call.path("id"))
                .or(() -> world.settings().contract().instanceIds()
                        ? Optional.empty()
                        : world.account().number(call.path("id")))
                .orElseThrow(Refusals::noSuchNumber);
    }
}
