/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.api;

import br.com.pilotstatus.simulator.life.NumberScan;
import br.com.pilotstatus.simulator.state.NumberState;
import br.com.pilotstatus.simulator.state.Provider;
import br.com.pilotstatus.simulator.state.SimulatedNumber;
import br.com.pilotstatus.simulator.state.World;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** {@code POST /numbers} and {@code /numbers/meta}: new numbers, as many as are paid for. */
final class NumberCreation {

    private static final int UNOFFICIAL_DIGITS = 10;
    private static final int META_DIGITS = 8;
    private static final int MAX_DIGITS = 15;

    private final World world;
    private final NumberScan scan;

    NumberCreation(World world, NumberScan scan) {
        this.world = world;
        this.scan = scan;
    }

    ApiAnswer create(ApiCall call) {
        requireSlot(402);
        SimulatedNumber number = unofficial(call.body());
        ObjectNode code = NumberJson.code(world.ids());
        code.set("instance", NumberJson.instance(number));
        scan.shown(number.id());
        boolean linked = call.body().path("linkToApiKey").asBoolean(true);
        return new ApiAnswer(
                201, code.put("linkedApiKeyId", linked ? number.key().id() : null));
    }

    ApiAnswer createMeta(ApiCall call) {
        requireSlot(400);
        JsonNode body = call.body();
        SimulatedNumber number = world.account()
                .add(
                        body.has("number")
                                ? digits(body.get("number").textValue(), META_DIGITS)
                                : world.account().unknownDigits(),
                        body.path("name").asText("Meta number"),
                        Provider.META,
                        NumberState.OPEN,
                        world.clock().now());
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.set("number", NumberJson.item(number));
        // Nobody listens there; .invalid is the domain that never resolves.
        return new ApiAnswer(
                201,
                answer.put("webhookUrl", "https://api.simulator.invalid/meta/" + number.id())
                        .put("verifyToken", world.ids().secret()));
    }

    /** A new unofficial number that is not connected, by the fields {@code name} and {@code number}. */
    SimulatedNumber unofficial(JsonNode body) {
        String name = body.path("name").asText();
        if (name.isBlank()) {
            throw ApiException.invalid("name must not be blank");
        }
        return world.account()
                .add(
                        digits(body.path("number").asText(), UNOFFICIAL_DIGITS),
                        name,
                        Provider.PILOT_STATUS,
                        NumberState.CLOSE,
                        world.clock().now());
    }

    /** Refuses when there are as many numbers as are paid for. */
    void requireSlot(int status) {
        if (world.account().numbers().size()
                > world.administration().extraNumbers().get()) {
            throw new ApiException(status, "NUMBER_LIMIT_EXCEEDED", "Every number that is paid for is in use");
        }
    }

    private String digits(String text, int least) {
        String digits = text.startsWith("+") ? text.substring(1) : text;
        if (!digits.matches("[0-9]{" + least + ',' + MAX_DIGITS + '}')) {
            throw ApiException.invalid("number must have " + least + " to " + MAX_DIGITS + " digits");
        }
        if (world.account().numbers().stream().anyMatch(n -> n.number().equals(digits))) {
            throw ApiException.invalid("number is in the account already");
        }
        return digits;
    }
}
