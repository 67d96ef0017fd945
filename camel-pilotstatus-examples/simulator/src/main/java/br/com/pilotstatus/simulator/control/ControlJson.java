/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.control;

import br.com.pilotstatus.simulator.http.JsonBody;
import br.com.pilotstatus.simulator.state.Timestamps;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.time.Instant;

/** The JSON of the control API: the simulator's own records under the names of their components. */
final class ControlJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new SimpleModule().addSerializer(new InstantSerializer()))
            .build();

    private ControlJson() {}

    static JsonNode write(Object value) {
        return MAPPER.valueToTree(value);
    }

    /**
     * The body of a control request.
     *
     * @throws IllegalArgumentException when it is no JSON object
     */
    static JsonNode body(Buffer bytes) {
        return JsonBody.read(bytes == null ? new byte[0] : bytes.getBytes())
                .filter(JsonNode::isObject)
                .orElseThrow(() -> new IllegalArgumentException("the body must be one JSON object"));
    }

    /**
     * Reads a record.
     *
     * @throws IllegalArgumentException when a field is unknown, of the wrong type or out of range
     */
    static <T> T read(JsonNode json, Class<T> type) {
        try {
            return MAPPER.treeToValue(json, type);
        } catch (JsonMappingException e) {
            String why = e.getCause() instanceof IllegalArgumentException cause
                    ? cause.getMessage()
                    : "it has an unknown field or a value of the wrong type";
            String where = e.getPathReference().replaceAll("^.*\\[\"|\"]$", "");
            throw new IllegalArgumentException(where.isEmpty() ? why : where + ": " + why, e);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the body cannot be read", e);
        }
    }

    /**
     * The value of a field that must be there.
     *
     * @throws IllegalArgumentException when it is null
     */
    static <T> T need(String field, T value) {
        if (value == null) {
            throw new IllegalArgumentException("the field " + field + " is missing");
        }
        return value;
    }

    private static final class InstantSerializer extends StdSerializer<Instant> {
        private static final long serialVersionUID = 1L;

        InstantSerializer() {
            super(Instant.class);
        }

        @Override
        public void serialize(Instant value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(Timestamps.format(value));
        }
    }
}
