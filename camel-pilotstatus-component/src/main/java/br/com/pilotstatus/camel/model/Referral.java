/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The advertisement or post that brought somebody to write. Each part but the rest may be null; the names are looked up
 * by the service later. Read from the fields of the API, from those of Meta, and from an object that wraps either.
 *
 * @param sourceType      <code>ad</code> or <code>post</code>
 * @param sourceId        Meta's id of it
 * @param sourceUrl       where it can be seen
 * @param headline        its headline
 * @param body            its text
 * @param clickId         Meta's id of the click (<code>ctwa_clid</code>)
 * @param adName          name of the advertisement
 * @param adsetName       name of the set it belongs to
 * @param campaignName    name of the campaign
 * @param namesResolvedAt when the names were looked up
 * @param additional      all other fields
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Referral(
        String sourceType,
        String sourceId,
        String sourceUrl,
        String headline,
        String body,
        String clickId,
        String adName,
        String adsetName,
        String campaignName,
        @IsoTime Instant namesResolvedAt,
        @JsonAnyGetter Map<String, Object> additional)
        implements JsonRecord {

    private static final long serialVersionUID = 1L;
    private static final String WRAPPER = "referral";

    public Referral {
        additional = additional == null ? Map.of() : additional;
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Referral of(JsonNode node) {
        Map<String, Object> fields = new LinkedHashMap<>();
        if (node instanceof ObjectNode object) {
            if (object.get(WRAPPER) instanceof ObjectNode wrapped) {
                fields.putAll(PlainJson.map(wrapped));
            }
            // What stands outside names the entry of the list.
            fields.putAll(PlainJson.map(object.deepCopy().without(WRAPPER)));
        }
        return of(fields);
    }

    /** The referral that these fields describe. */
    static Referral of(Map<String, Object> fields) {
        Map<String, Object> rest = new LinkedHashMap<>(fields);
        return new Referral(
                take(rest, "sourceType", "source_type"),
                take(rest, "sourceId", "source_id"),
                take(rest, "sourceUrl", "source_url"),
                take(rest, "headline"),
                take(rest, "body"),
                take(rest, "clickId", "ctwaClid", "ctwa_clid"),
                take(rest, "adName"),
                take(rest, "adsetName"),
                take(rest, "campaignName"),
                LenientInstant.parse(take(rest, "namesResolvedAt")),
                rest);
    }

    /** The first of these fields that holds a value; all of them are gone from the rest. */
    private static String take(Map<String, Object> rest, String... names) {
        String taken = null;
        for (String name : names) {
            Object value = rest.get(name);
            if (value instanceof String || value instanceof Number || value == null) {
                rest.remove(name);
                taken = taken == null && value != null ? value.toString() : taken;
            }
        }
        return taken;
    }

    @Override
    public String toString() {
        return "Referral[sourceType=" + sourceType + ", xxxxxx]";
    }
}
