/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** What the owner of the account looks after: pairing links, branding, projects and how many numbers are paid for. */
public final class Administration {

    private static final int KEPT = 1_000;
    private static final int FIRST_EXTRA_NUMBERS = 4;

    private final BoundedStore<Pairing> pairings = new BoundedStore<>(KEPT);
    private final BoundedStore<Project> projects = new BoundedStore<>(KEPT);
    private final AtomicReference<JsonNode> branding = new AtomicReference<>(JsonNodeFactory.instance.objectNode());
    private final Map<String, ObjectNode> numberSettings = new ConcurrentHashMap<>();
    private final AtomicInteger extraNumbers = new AtomicInteger(FIRST_EXTRA_NUMBERS);

    /** Links by their token. */
    public BoundedStore<Pairing> pairings() {
        return pairings;
    }

    public BoundedStore<Project> projects() {
        return projects;
    }

    /** The branding in the API's form; fields without a value are missing. */
    public AtomicReference<JsonNode> branding() {
        return branding;
    }

    /** Numbers paid for beside the first one. */
    public AtomicInteger extraNumbers() {
        return extraNumbers;
    }

    /** Puts these settings of a number over those it has, and returns them all. */
    public JsonNode numberSettings(String numberId, JsonNode changes) {
        return numberSettings.compute(numberId, (id, known) -> {
            ObjectNode settings = known == null ? JsonNodeFactory.instance.objectNode() : known.deepCopy();
            changes.properties().forEach(change -> settings.set(change.getKey(), change.getValue()));
            return settings;
        });
    }

    public void clear() {
        numberSettings.clear();
        pairings.clear();
        projects.clear();
        branding.set(JsonNodeFactory.instance.objectNode());
        extraNumbers.set(FIRST_EXTRA_NUMBERS);
    }
}
