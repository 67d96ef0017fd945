/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** The calls of the numbers, who may be called, and how each number takes calls. */
public final class CallStore {

    private static final int CALLS = 10_000;
    private static final int CUSTOMERS = 100_000;
    private static final Duration TEMPORARY = Duration.ofDays(7);

    private final BoundedStore<SimulatedCall> calls = new BoundedStore<>(CALLS);
    private final BoundedStore<CallPermission> permissions = new BoundedStore<>(CUSTOMERS);
    private final BoundedStore<JsonNode> settings = new BoundedStore<>(CALLS);

    public SimulatedCall add(SimulatedCall call) {
        return calls.put(call.id(), call);
    }

    /** The call with this id or provider's id. */
    public Optional<SimulatedCall> find(String anyId) {
        return calls.find(SimulatedCall.internalId(anyId));
    }

    /** Changes a call when it is in a state the change applies to; empty when it is not there or not in such a state. */
    public Optional<SimulatedCall> change(
            String anyId, Predicate<SimulatedCall> applies, UnaryOperator<CallProgress> change) {
        boolean[] changed = new boolean[1];
        return calls.change(SimulatedCall.internalId(anyId), call -> {
                    changed[0] = applies.test(call);
                    return changed[0] ? call.with(change.apply(call.progress())) : call;
                })
                .filter(call -> changed[0]);
    }

    /** The calls that are kept, oldest first. */
    public List<SimulatedCall> list() {
        return calls.list();
    }

    public CallPermission permission(String numberId, String phone) {
        return permissions.find(key(numberId, phone)).orElse(CallPermission.NONE);
    }

    /** Remembers that a customer was asked. */
    public void requested(String numberId, String phone, Instant now) {
        permissions.put(key(numberId, phone), permission(numberId, phone).requested(now));
    }

    /** Remembers what a customer decided; a temporary permission holds for seven days. */
    public void decided(String numberId, String phone, String status, Instant now) {
        Instant expiry = status.equals("TEMPORARY") ? now.plus(TEMPORARY) : null;
        permissions.put(key(numberId, phone), permission(numberId, phone).decided(status, expiry));
    }

    /** How a number takes calls, in the API's form. */
    public JsonNode settings(String numberId) {
        return settings.find(numberId)
                .orElseGet(() -> JsonNodeFactory.instance
                        .objectNode()
                        .put("status", "ENABLED")
                        .put("call_icon_visibility", "DEFAULT")
                        .put("callback_permission_status", "ENABLED"));
    }

    public void settings(String numberId, JsonNode changed) {
        settings.put(numberId, changed);
    }

    public void clear() {
        calls.clear();
        permissions.clear();
        settings.clear();
    }

    private static String key(String numberId, String phone) {
        return numberId + '|' + phone;
    }
}
