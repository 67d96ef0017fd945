/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Optional;

/** Reads untrusted JSON: bounded in depth, no duplicate keys, nothing after the end. */
public final class JsonBody {

    /** How deep objects and arrays may be nested. */
    public static final int MAX_DEPTH = 64;

    /** How long a body may be, in bytes; a data URI of 16 MiB of media fits. */
    public static final int MAX_BYTES = 24 << 20;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxStringLength(MAX_BYTES)
                            .build())
                    .build())
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private JsonBody() {}

    /** The JSON in these bytes; empty when it is none. */
    public static Optional<JsonNode> read(byte[] bytes) {
        try {
            JsonNode json = MAPPER.readTree(bytes);
            return json.isMissingNode() ? Optional.empty() : Optional.of(json);
        } catch (IOException e) {
            // The caller answers with an error that says what is allowed; the parser's text would repeat the input.
            return Optional.empty();
        }
    }
}
