/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.model;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.time.Instant;

/**
 * The one JSON mapper of the component. What it reads is not trusted: nesting ends at {@value #MAX_DEPTH} levels, and an
 * error of parsing never quotes the source.
 */
public final class Json {

    /** Levels of nesting; the deepest documented payload has six. */
    public static final int MAX_DEPTH = 64;

    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxStringLength(Integer.MAX_VALUE)
                            .build())
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    // The table of names outlives a document, so one that was read once could fail when read again.
                    .disable(JsonFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
                    .build())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            // A double loses digits, and becomes a text when it is written after an overflow.
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .addModule(new SimpleModule("pilotstatus")
                    .addDeserializer(Instant.class, new LenientInstant.Deserializer())
                    .addSerializer(Instant.class, new LenientInstant.Serializer()))
            .build();

    private Json() {}

    /**
     * Reads bytes that are not trusted.
     *
     * @throws JacksonException when they are no JSON, or nested too deeply; its text does not quote them
     */
    public static JsonNode read(byte[] bytes) throws JacksonException {
        try {
            return MAPPER.readTree(bytes);
        } catch (JacksonException e) {
            throw e;
        } catch (IOException e) {
            throw JsonMappingException.fromUnexpectedIOE(e);
        }
    }

    /**
     * Reads bytes that are not trusted as an object.
     *
     * @throws JacksonException when they are no JSON, nested too deeply, or of another shape; its text does not quote them
     */
    public static Object read(byte[] bytes, JavaType type) throws JacksonException {
        try {
            return MAPPER.readValue(bytes, type);
        } catch (JacksonException e) {
            throw e;
        } catch (IOException e) {
            throw JsonMappingException.fromUnexpectedIOE(e);
        }
    }

    /**
     * Reads text that is not trusted.
     *
     * @throws JacksonException when it is no JSON, or nested too deeply; its text does not quote it
     */
    public static JsonNode read(String text) throws JacksonException {
        return MAPPER.readTree(text);
    }

    /** Shared and not to be reconfigured. */
    public static ObjectMapper mapper() {
        return MAPPER;
    }
}
