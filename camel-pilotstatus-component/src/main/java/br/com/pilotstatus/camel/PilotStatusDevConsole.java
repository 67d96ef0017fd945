/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel;

import br.com.pilotstatus.camel.call.SharedClient;
import br.com.pilotstatus.camel.error.Outcome;
import br.com.pilotstatus.camel.options.OperationKind;
import br.com.pilotstatus.camel.receive.WebhookAnswer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.Route;
import org.apache.camel.spi.annotations.DevConsole;
import org.apache.camel.support.console.AbstractDevConsole;
import org.apache.camel.util.json.JsonObject;

/**
 * Shows clients, calls, paused keys and webhooks as they are now, in text and JSON with the same content. Shows no key,
 * and endpoints as they print themselves, without what they hold of people and messages.
 */
@DevConsole(name = "pilotstatus", displayName = "Pilot Status", description = PilotStatusDevConsole.DESCRIPTION)
public class PilotStatusDevConsole extends AbstractDevConsole {

    static final String DESCRIPTION = "Clients, calls, paused keys and webhooks of Pilot Status";

    public PilotStatusDevConsole() {
        super("camel", "pilotstatus", "Pilot Status", DESCRIPTION);
    }

    @Override
    protected Map<String, Object> doCallJson(Map<String, Object> options) {
        JsonObject sections = new JsonObject();
        sections.put("clients", clients());
        sections.put("endpoints", endpoints());
        sections.put("pausedKeys", pausedKeys());
        sections.put("webhooks", webhooks());
        sections.put("claims", claims());
        return sections;
    }

    @Override
    protected String doCallText(Map<String, Object> options) {
        StringBuilder text = new StringBuilder();
        doCallJson(options).forEach((section, entries) -> {
            text.append(String.format("%n    %s:", section));
            ((List<?>) entries).forEach(entry -> text.append(String.format("%n        %s", line((Map<?, ?>) entry))));
        });
        return text.append(System.lineSeparator()).toString();
    }

    private static String line(Map<?, ?> entry) {
        return entry.entrySet().stream()
                .map(field -> field.getKey() + ": "
                        + (field.getValue() instanceof Map<?, ?> nested ? "(" + line(nested) + ")" : field.getValue()))
                .collect(Collectors.joining(", "));
    }

    private List<JsonObject> clients() {
        List<JsonObject> entries = new ArrayList<>();
        components().forEach((name, component) -> {
            for (SharedClient client : component.sharedClients().all()) {
                JsonObject entry = new JsonObject();
                entry.put("component", name);
                entry.put("client", client.number());
                entry.put("host", client.host());
                entry.put("inFlight", client.inFlight());
                entry.put("maxInFlight", client.maxInFlight());
                entries.add(entry);
            }
        });
        return entries;
    }

    private Map<String, PilotStatusComponent> components() {
        Map<String, PilotStatusComponent> components = new LinkedHashMap<>();
        for (String name : getCamelContext().getComponentNames()) {
            if (getCamelContext().hasComponent(name) instanceof PilotStatusComponent component) {
                components.put(name, component);
            }
        }
        return components;
    }

    private List<JsonObject> endpoints() {
        return getCamelContext().getEndpoints().stream()
                .filter(PilotStatusEndpoint.class::isInstance)
                .map(PilotStatusEndpoint.class::cast)
                .filter(endpoint -> OperationKind.of(endpoint.getOperation()) != OperationKind.WEBHOOK)
                .map(PilotStatusDevConsole::endpoint)
                .toList();
    }

    private static JsonObject endpoint(PilotStatusEndpoint endpoint) {
        JsonObject entry = new JsonObject();
        entry.put("uri", endpoint.getEndpointUri());
        for (Outcome outcome : Outcome.values()) {
            entry.put(outcome.name().toLowerCase(Locale.ROOT), endpoint.calls().count(outcome));
        }
        return entry;
    }

    private List<JsonObject> pausedKeys() {
        List<JsonObject> entries = new ArrayList<>();
        components().forEach((name, component) -> {
            for (Duration pause : component.sharedClients().pauses()) {
                JsonObject entry = new JsonObject();
                entry.put("component", name);
                entry.put("key", entries.size() + 1);
                entry.put("remainingSeconds", pause.plusMillis(999).toSeconds());
                entries.add(entry);
            }
        });
        return entries;
    }

    private List<JsonObject> claims() {
        List<JsonObject> entries = new ArrayList<>();
        components().forEach((name, component) -> {
            JsonObject entry = new JsonObject();
            entry.put("component", name);
            entry.put("waiting", component.claims().waiting());
            entries.add(entry);
        });
        return entries;
    }

    private List<JsonObject> webhooks() {
        return getCamelContext().getRoutes().stream()
                .flatMap(PilotStatusDevConsole::webhook)
                .toList();
    }

    private static Stream<JsonObject> webhook(Route route) {
        if (!(route.getConsumer() instanceof PilotStatusWebhookConsumer consumer)) {
            return Stream.empty();
        }
        JsonObject answers = new JsonObject();
        for (WebhookAnswer answer : WebhookAnswer.values()) {
            if (consumer.count(answer) > 0) {
                answers.put(answer.name(), consumer.count(answer));
            }
        }
        JsonObject entry = new JsonObject();
        entry.put("routeId", route.getRouteId());
        entry.put("path", consumer.path());
        entry.put("verification", verification(consumer));
        if (consumer.registration() != null) {
            String id = consumer.registration().webhookId();
            entry.put("registered", id == null ? "not yet" : id);
        }
        entry.put("answers", answers);
        return Stream.of(entry);
    }

    private static String verification(PilotStatusWebhookConsumer consumer) {
        return consumer.verification().stream()
                .map(way -> way.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" and "));
    }
}
