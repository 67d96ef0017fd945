/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.transform;

import br.com.pilotstatus.camel.model.Json;
import br.com.pilotstatus.camel.model.JsonRecord;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.camel.Converter;

/** Turns the records of the component into what other steps of a route take, unknown fields included. */
@Converter(generateLoader = true)
public final class PilotStatusConverters {

    private PilotStatusConverters() {}

    /** The record as a Map of its fields in the API's names. */
    @Converter
    public static Map<?, ?> toMap(JsonRecord json) {
        return Json.mapper().convertValue(json, LinkedHashMap.class);
    }

    /** The record as a JSON tree. */
    @Converter
    public static JsonNode toJsonNode(JsonRecord json) {
        return Json.mapper().valueToTree(json);
    }

    /** The record as JSON. */
    @Converter
    public static String toString(JsonRecord json) throws JsonProcessingException {
        return Json.mapper().writeValueAsString(json);
    }

    /** The record as JSON in UTF-8. */
    @Converter
    public static byte[] toBytes(JsonRecord json) throws JsonProcessingException {
        return Json.mapper().writeValueAsBytes(json);
    }

    /** The record as a stream of JSON in UTF-8. */
    @Converter
    public static InputStream toInputStream(JsonRecord json) throws JsonProcessingException {
        return new ByteArrayInputStream(toBytes(json));
    }
}
