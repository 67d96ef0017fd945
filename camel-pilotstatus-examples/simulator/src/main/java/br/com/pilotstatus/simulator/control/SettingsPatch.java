/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.control;

import br.com.pilotstatus.simulator.settings.Settings;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** Settings as JSON: what is shown, and how a part of them is changed. */
final class SettingsPatch {

    private SettingsPatch() {}

    /** All settings but the webhook secret. */
    static JsonNode shown(Settings settings) {
        ObjectNode json = (ObjectNode) ControlJson.write(settings);
        ((ObjectNode) json.get("delivery")).remove("secret");
        return json;
    }

    /**
     * The settings with the fields of the patch replaced; the others stay.
     *
     * @throws IllegalArgumentException when a field is unknown, of the wrong type or out of range
     */
    static Settings apply(Settings settings, JsonNode patch) {
        if (patch.has("retention")) {
            throw new IllegalArgumentException("retention is read at start and cannot be changed");
        }
        ObjectNode json = (ObjectNode) ControlJson.write(settings);
        merge(json, patch);
        return ControlJson.read(json, Settings.class);
    }

    private static void merge(ObjectNode into, JsonNode patch) {
        for (Map.Entry<String, JsonNode> field : patch.properties()) {
            if (field.getValue().isObject() && into.get(field.getKey()) instanceof ObjectNode inner) {
                merge(inner, field.getValue());
            } else {
                into.set(field.getKey(), field.getValue());
            }
        }
    }
}
