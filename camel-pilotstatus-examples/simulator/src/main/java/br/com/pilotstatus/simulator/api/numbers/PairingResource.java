/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.api.numbers;

import br.com.pilotstatus.simulator.api.operation.DeadLink;
import br.com.pilotstatus.simulator.api.operation.OperationCall;
import br.com.pilotstatus.simulator.http.ApiAnswer;
import br.com.pilotstatus.simulator.http.ApiException;
import br.com.pilotstatus.simulator.life.NumberScan;
import br.com.pilotstatus.simulator.state.NumberState;
import br.com.pilotstatus.simulator.state.Pairing;
import br.com.pilotstatus.simulator.state.SimulatedNumber;
import br.com.pilotstatus.simulator.state.World;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;

/** Links by which somebody else connects a number: valid for a day, void once the number was seen connected. */
final class PairingResource {

    private static final Duration LIFETIME = Duration.ofDays(1);
    private static final int SHOWN_DIGITS = 4;

    private final World world;
    private final NumberCreationResource creation;
    private final NumberScan scan;

    PairingResource(World world, NumberCreationResource creation, NumberScan scan) {
        this.world = world;
        this.creation = creation;
        this.scan = scan;
    }

    ApiAnswer create(OperationCall call) {
        JsonNode body = call.body();
        // Name and number of a Meta number are Meta's to tell.
        SimulatedNumber number = body.path("provider").asText().equals("META")
                ? creation.meta(JsonNodeFactory.instance.objectNode(), NumberState.CLOSE)
                : creation.unofficial(body, 400);
        Pairing pairing = new Pairing(
                world.ids().secret(), number.id(), world.clock().now().plus(LIFETIME));
        world.administration().pairings().put(pairing.token(), pairing);
        ObjectNode answer = JsonNodeFactory.instance
                .objectNode()
                .put("provider", number.provider().name())
                .put("numberId", number.id())
                .put("remotePairingToken", pairing.token())
                .put("remotePairingUrl", DeadLink.to("connect", pairing.token()))
                .put("maskedNumber", masked(number))
                .put("messageSent", body.path("sendViaWhatsApp").asBoolean(false))
                .putNull("messageError");
        answer.set("instance", NumberJson.instance(number));
        return new ApiAnswer(201, answer);
    }

    ApiAnswer get(OperationCall call) {
        SimulatedNumber number = require(call);
        return ApiAnswer.ok(JsonNodeFactory.instance
                .objectNode()
                .put("valid", true)
                .put("name", number.name())
                .put("maskedNumber", masked(number))
                .put("linkMode", number.dual() ? "DUAL" : "SINGLE")
                .put("state", number.state().name()));
    }

    ApiAnswer connect(OperationCall call) {
        SimulatedNumber number = require(call);
        if (number.state() == NumberState.OPEN) {
            throw NumberResource.alreadyConnected();
        }
        if (number.isMeta()) {
            throw ApiException.invalid("a Meta number is connected by Meta, not by a code");
        }
        scan.shown(number.id());
        return ApiAnswer.ok(NumberJson.code(world.ids()));
    }

    ApiAnswer status(OperationCall call) {
        SimulatedNumber number = require(call);
        if (number.state() == NumberState.OPEN) {
            world.administration().pairings().remove(call.path("token"));
        }
        return ApiAnswer.ok(NumberJson.status(number));
    }

    private SimulatedNumber require(OperationCall call) {
        return world.administration()
                .pairings()
                .find(call.path("token"))
                .filter(pairing -> pairing.expiresAt().isAfter(world.clock().now()))
                .flatMap(pairing -> world.account().number(pairing.numberId()))
                .orElseThrow(() -> new ApiException(404, "PAIRING_NOT_FOUND", "The link is void"));
    }

    private static String masked(SimulatedNumber number) {
        return "****" + number.number().substring(number.number().length() - SHOWN_DIGITS);
    }
}
