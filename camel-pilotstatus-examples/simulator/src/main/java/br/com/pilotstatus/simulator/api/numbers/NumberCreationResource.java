/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.api.numbers;

import br.com.pilotstatus.simulator.api.operation.DeadLink;
import br.com.pilotstatus.simulator.api.operation.OperationCall;
import br.com.pilotstatus.simulator.http.ApiAnswer;
import br.com.pilotstatus.simulator.http.ApiException;
import br.com.pilotstatus.simulator.life.NumberScan;
import br.com.pilotstatus.simulator.state.NumberState;
import br.com.pilotstatus.simulator.state.Provider;
import br.com.pilotstatus.simulator.state.SimulatedNumber;
import br.com.pilotstatus.simulator.state.World;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** {@code POST /numbers} and {@code /numbers/meta}: new numbers, as many as are paid for. */
final class NumberCreationResource {

    private static final int UNOFFICIAL_DIGITS = 10;
    private static final int META_DIGITS = 8;
    private static final int MAX_DIGITS = 15;

    private final World world;
    private final NumberScan scan;

    NumberCreationResource(World world, NumberScan scan) {
        this.world = world;
        this.scan = scan;
    }

    ApiAnswer create(OperationCall call) {
        SimulatedNumber number = unofficial(call.body(), 402);
        ObjectNode code = NumberJson.code(world.ids());
        code.set("instance", NumberJson.instance(number));
        scan.shown(number.id());
        boolean linked = call.body().path("linkToApiKey").asBoolean(true);
        return new ApiAnswer(
                201, code.put("linkedApiKeyId", linked ? number.key().id() : null));
    }

    ApiAnswer createMeta(OperationCall call) {
        SimulatedNumber number = meta(call.body(), NumberState.OPEN);
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.set("number", NumberJson.item(number));
        return new ApiAnswer(
                201,
                answer.put("webhookUrl", DeadLink.to("api", "meta/" + number.id()))
                        .put("verifyToken", world.ids().secret()));
    }

    /** A new unofficial number that is not connected; the status is for when there are as many as are paid for. */
    SimulatedNumber unofficial(JsonNode body, int statusWhenFull) {
        String name = body.path("name").asText();
        if (name.isBlank()) {
            throw ApiException.invalid("name must not be blank");
        }
        String digits = digits(body.path("number").asText(), UNOFFICIAL_DIGITS);
        return add(digits, name, Provider.PILOT_STATUS, NumberState.CLOSE, statusWhenFull);
    }

    /** A new Meta number, whose digits may be unknown. */
    SimulatedNumber meta(JsonNode body, NumberState state) {
        String digits = body.has("number")
                ? digits(body.get("number").textValue(), META_DIGITS)
                : world.account().unknownDigits();
        return add(digits, body.path("name").asText("Meta number"), Provider.META, state, 400);
    }

    // One at a time, so that two callers cannot take the last place or the same digits.
    private synchronized SimulatedNumber add(
            String digits, String name, Provider provider, NumberState state, int statusWhenFull) {
        List<SimulatedNumber> numbers = world.account().numbers();
        if (numbers.size() > world.administration().extraNumbers().get()) {
            throw new ApiException(statusWhenFull, "NUMBER_LIMIT_EXCEEDED", "Every number that is paid for is in use");
        }
        if (numbers.stream().anyMatch(number -> number.number().equals(digits))) {
            // The text is the one seen; a code was not.
            throw new ApiException(409, null, "Number already exists");
        }
        return world.account().add(digits, name, provider, state, world.clock().now());
    }

    private static String digits(String text, int least) {
        String digits = text.startsWith("+") ? text.substring(1) : text;
        if (!digits.matches("[0-9]{" + least + ',' + MAX_DIGITS + '}')) {
            throw ApiException.invalid("number must have " + least + " to " + MAX_DIGITS + " digits");
        }
        return digits;
    }
}
