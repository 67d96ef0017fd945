/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.control;

import br.com.pilotstatus.simulator.fault.FaultRule;
import br.com.pilotstatus.simulator.fault.Faults;
import br.com.pilotstatus.simulator.settings.Settings;
import br.com.pilotstatus.simulator.state.LedgerEntry;
import br.com.pilotstatus.simulator.state.Provider;
import br.com.pilotstatus.simulator.state.SimulatedTemplate.Category;
import br.com.pilotstatus.simulator.state.Timestamps;
import br.com.pilotstatus.simulator.state.WebhookAttempt;
import br.com.pilotstatus.simulator.state.World;
import br.com.pilotstatus.simulator.webhook.WebhookDispatcher;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;

/** The table of the control API: one entry for each operation. */
public final class ControlOperations {

    private final World world;
    private final Faults faults;
    private final Webhooks webhooks;
    private final SimulatedNumbers numbers;
    private final WebhookDispatcher dispatcher;
    private final Runnable reset;

    /** @param reset forgets everything */
    public ControlOperations(
            World world,
            Faults faults,
            Webhooks webhooks,
            SimulatedNumbers numbers,
            WebhookDispatcher dispatcher,
            Runnable reset) {
        this.world = world;
        this.faults = faults;
        this.webhooks = webhooks;
        this.numbers = numbers;
        this.dispatcher = dispatcher;
        this.reset = reset;
    }

    List<ControlRoute> table() {
        return List.of(
                new ControlRoute("GET", "/health", call -> Map.of("status", "UP")),
                new ControlRoute("GET", "/account", call -> account()),
                new ControlRoute("POST", "/reset", call -> reset()),
                new ControlRoute("POST", "/inbound", this::inbound),
                new ControlRoute("POST", "/calls", this::call),
                new ControlRoute("GET", "/ledger", this::ledger),
                new ControlRoute("GET", "/requests", call -> world.requests().all()),
                new ControlRoute("GET", "/messages", call -> world.messages().list()),
                new ControlRoute("GET", "/messages/:id", this::message),
                new ControlRoute("GET", "/clock", call -> now()),
                new ControlRoute("POST", "/clock/advance", this::advance),
                new ControlRoute("GET", "/faults", call -> faults()),
                new ControlRoute("POST", "/faults", call -> Map.of("id", faults.add(call.body(FaultRule.class)))),
                new ControlRoute("DELETE", "/faults", call -> clearFaults()),
                new ControlRoute("DELETE", "/faults/:id", call -> Map.of("removed", faults.remove(call.number("id")))),
                new ControlRoute("GET", "/webhooks/attempts", call -> webhooks.attempts()),
                new ControlRoute("POST", "/webhooks/attempts/:sequence/redeliver", this::redeliver),
                new ControlRoute("POST", "/webhooks/emit", this::emit),
                new ControlRoute("GET", "/settings", call -> SettingsPatch.shown(world.settings())),
                new ControlRoute("PATCH", "/settings", this::configure),
                new ControlRoute("GET", "/templates", call -> world.templates().list()),
                new ControlRoute("PUT", "/templates/:name", this::putTemplate),
                new ControlRoute(
                        "DELETE",
                        "/templates/:name",
                        call -> Map.of("removed", world.templates().remove(call.path("name")))),
                new ControlRoute("POST", "/numbers/:id/connect", call -> numbers.connect(call.path("id"))),
                new ControlRoute("POST", "/numbers/:id/disconnect", call -> numbers.disconnect(call.path("id"))));
    }

    private Map<String, Object> account() {
        return Map.of("accountKey", world.account().accountKey(), "numbers", numbers.list());
    }

    private Map<String, String> reset() {
        reset.run();
        return Map.of("status", "reset");
    }

    private EmittedEvent inbound(ControlCall call) {
        InboundRequest request = call.body(InboundRequest.class);
        return request.play(new Inbound(world, dispatcher, numberId(request.numberId())));
    }

    private EmittedEvent call(ControlCall call) {
        CallRequest request = call.body(CallRequest.class);
        return request.play(new Calls(world, dispatcher, numberId(request.numberId())));
    }

    private String numberId(String named) {
        return named != null
                ? named
                : world.account().numberOf(Provider.PILOT_STATUS).id();
    }

    private List<LedgerEntry> ledger(ControlCall call) {
        String to = call.query("to");
        return to == null ? world.ledger().entries() : world.ledger().to(to);
    }

    private Object message(ControlCall call) {
        return world.messages()
                .find(call.path("id"))
                .orElseThrow(() -> new IllegalArgumentException("there is no message with this id"));
    }

    private Map<String, String> now() {
        return Map.of("now", Timestamps.format(world.clock().now()));
    }

    private Map<String, String> advance(ControlCall call) {
        try {
            world.clock().advance(Duration.parse(call.text("duration")));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("duration must be an ISO 8601 duration such as PT25H", e);
        }
        return now();
    }

    private List<ArmedView> faults() {
        return faults.list().stream()
                .map(armed -> new ArmedView(armed.id(), armed.rule(), armed.asked(), armed.struck()))
                .toList();
    }

    private Map<String, String> clearFaults() {
        faults.clear();
        return Map.of("status", "cleared");
    }

    private Map<String, String> redeliver(ControlCall call) {
        long sequence = call.number("sequence");
        WebhookAttempt attempt = webhooks.attempts().stream()
                .filter(a -> a.sequence() == sequence)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no attempt with this sequence"));
        webhooks.redeliver(attempt);
        return Map.of("status", "sent");
    }

    private EmittedEvent emit(ControlCall call) {
        JsonNode data = call.body().path("data");
        if (!data.isObject()) {
            throw new IllegalArgumentException("the field data must be there and be an object");
        }
        return webhooks.emit(call.text("numberId"), call.text("event"), data);
    }

    private JsonNode configure(ControlCall call) {
        JsonNode patch = call.body();
        Settings changed = world.configure(settings -> SettingsPatch.apply(settings, patch));
        return SettingsPatch.shown(changed);
    }

    private Object putTemplate(ControlCall call) {
        JsonNode body = call.body();
        return world.templates()
                .put(
                        call.path("name"),
                        ControlJson.read(body.path("category"), Category.class),
                        call.text("body"),
                        body.path("language").asText("pt_BR"),
                        body.has("metaStatus") ? body.get("metaStatus").textValue() : "APPROVED");
    }

    record ControlRoute(String method, String path, ControlOperation operation) {}

    record ArmedView(long id, FaultRule rule, long asked, long struck) {}
}
