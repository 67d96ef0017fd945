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
import java.util.concurrent.atomic.AtomicInteger;

/** {@code /subscription/extra-numbers}: the numbers paid for beside the first one. The price is invented. */
final class ExtraNumberResource {

    private static final int MAX_QUANTITY = 1_000;
    private static final double UNIT_PRICE = 10;

    private final World world;

    ExtraNumberResource(World world) {
        this.world = world;
    }

    /** The document names no 400 here, so a quantity that cannot be read is one. */
    ApiAnswer preview(OperationCall call) {
        String text = call.query().apply("quantity");
        int quantity = text != null && text.matches("[1-9][0-9]{0,2}") ? Integer.parseInt(text) : 1;
        boolean free = isFree();
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("requiresConversion", free)
                .put("fromPlan", plan())
                .put("toPlan", "ON_DEMAND")
                .put("currentNumbers", world.account().numbers().size())
                .put("requested", quantity)
                .put("billedQuantity", quantity)
                .put("unitPriceBRL", UNIT_PRICE)
                .put("monthlyTotalBRL", UNIT_PRICE * (paid().get() + quantity))
                .put("messagesBecomeUnlimited", free)
                .put("hasSavedCard", !free);
        body.putObject("explanation")
                .put("pt", "Cada número extra é cobrado por mês.")
                .put("en", "Each extra number is charged per month.");
        return ApiAnswer.ok(body);
    }

    ApiAnswer buy(OperationCall call) {
        int quantity = quantity(call.body());
        if (!call.body().path("confirm").asBoolean(false)) {
            throw new ApiException(409, "CONFIRMATION_REQUIRED", "Set confirm to true to buy");
        }
        if (isFree()) {
            return ApiAnswer.ok(change(false)
                    .put("checkoutUrl", DeadLink.to("checkout", world.ids().next())));
        }
        paid().updateAndGet(now -> Math.min(MAX_QUANTITY, now + quantity));
        return ApiAnswer.ok(change(true).put("proratedTotal", UNIT_PRICE * quantity));
    }

    ApiAnswer release(OperationCall call) {
        int quantity = quantity(call.body());
        int used = world.account().numbers().size() - 1;
        int before = paid().getAndUpdate(now -> now - quantity < Math.max(0, used) ? now : now - quantity);
        if (before - quantity < Math.max(0, used)) {
            throw new ApiException(409, "NUMBER_LIMIT_EXCEEDED", "More numbers are in use than would be left");
        }
        return ApiAnswer.ok(change(false));
    }

    private ObjectNode change(boolean charged) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("success", true)
                .put("charged", charged)
                .put("plan", plan())
                .put("paidExtraNumbers", paid().get())
                .put("monthlyTotalBRL", UNIT_PRICE * paid().get())
                .put("maxNumbers", paid().get() + 1);
    }

    private static int quantity(JsonNode body) {
        int quantity = body.path("quantity").asInt(1);
        if (quantity < 1 || quantity > MAX_QUANTITY) {
            throw ApiException.invalid("quantity must be a number from 1 to " + MAX_QUANTITY);
        }
        return quantity;
    }

    private AtomicInteger paid() {
        return world.administration().extraNumbers();
    }

    private boolean isFree() {
        return world.settings().contract().freePlan();
    }

    private String plan() {
        return isFree() ? "FREE" : "ON_DEMAND";
    }
}
