/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.api;

import br.com.pilotstatus.simulator.life.NumberScan;
import br.com.pilotstatus.simulator.state.NumberState;
import br.com.pilotstatus.simulator.state.SimulatedNumber;
import br.com.pilotstatus.simulator.state.World;
import br.com.pilotstatus.simulator.webhook.NumberEvents;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

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

    ApiAnswer list(ApiCall call) {
        ArrayNode numbers = JsonNodeFactory.instance.arrayNode();
        world.account().numbers().forEach(number -> numbers.add(NumberJson.item(number)));
        return ApiAnswer.ok(numbers);
    }

    ApiAnswer get(ApiCall call) {
        return ApiAnswer.ok(NumberJson.detail(require(call)));
    }

    ApiAnswer status(ApiCall call) {
        return ApiAnswer.ok(NumberJson.status(require(call)));
    }

    ApiAnswer connect(ApiCall call) {
        SimulatedNumber number = require(call);
        if (number.isMeta() || number.state() == NumberState.OPEN) {
            throw alreadyConnected();
        }
        scan.shown(number.id());
        return ApiAnswer.ok(NumberJson.code(world.ids()));
    }

    /** Removes a number with all that belongs to it; its webhooks are told first. */
    ApiAnswer delete(ApiCall call) {
        SimulatedNumber number = require(call);
        events.publish("number.removed", number);
        world.webhooks().list().stream()
                .filter(webhook -> webhook.numberId().equals(number.id()))
                .forEach(webhook -> world.webhooks().remove(webhook.id()));
        world.groups().list().stream()
                .filter(group -> group.numberId().equals(number.id()))
                .forEach(group -> world.groups().remove(group.id()));
        if (!world.account().remove(number.id())) {
            throw notFound();
        }
        return ApiAnswer.ok(JsonNodeFactory.instance.objectNode().put("ok", true));
    }

    ApiAnswer upgradeToDual(ApiCall call) {
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

    static ApiException notFound() {
        return new ApiException(404, "NUMBER_NOT_FOUND", "The account has no such number");
    }

    private SimulatedNumber require(ApiCall call) {
        return world.account().number(call.path("id")).orElseThrow(NumberResource::notFound);
    }
}
