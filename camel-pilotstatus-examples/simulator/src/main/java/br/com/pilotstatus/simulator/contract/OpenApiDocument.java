/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.NonValidationKeyword;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The OpenAPI document that requests and answers are held to. */
public final class OpenApiDocument {

    private static final String RESOURCE = "/br/com/pilotstatus/simulator/pilotstatus-openapi.yaml";
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    private final JsonNode root;
    // References point into "components", so each schema carries it along; as a keyword it means nothing.
    private final JsonSchemaFactory schemas = JsonSchemaFactory.getInstance(
            VersionFlag.V202012,
            factory -> factory.metaSchema(JsonMetaSchema.builder(JsonMetaSchema.getV202012())
                    .keyword(new NonValidationKeyword("components"))
                    .build()));
    private final SchemaValidatorsConfig config = SchemaValidatorsConfig.builder()
            .formatAssertionsEnabled(true)
            .locale(Locale.ENGLISH)
            .build();

    private OpenApiDocument(JsonNode root) {
        this.root = root;
    }

    /** The copy inside this jar, read once. */
    public static OpenApiDocument get() {
        return Holder.DOCUMENT;
    }

    private static OpenApiDocument load() {
        try (InputStream in = OpenApiDocument.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("The jar is incomplete: " + RESOURCE + " is missing");
            }
            return new OpenApiDocument(new YAMLMapper().readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException("The jar is damaged: " + RESOURCE + " cannot be read", e);
        }
    }

    public List<OperationSpec> operations() {
        List<OperationSpec> operations = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : root.get("paths").properties()) {
            for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                if (METHODS.contains(method.getKey())) {
                    operations.add(operation(path.getKey(), method.getKey(), method.getValue()));
                }
            }
        }
        return operations;
    }

    /** The schema of a response body by operation, method and status; null when the document states none. */
    public JsonNode responseSchema(OperationSpec operation, int status) {
        JsonNode responses = root.path("paths")
                .path(operation.path())
                .path(operation.method().toLowerCase(Locale.ROOT))
                .path("responses");
        JsonNode response = responses.path(Integer.toString(status));
        if (response.isMissingNode()) {
            response = responses.path(status / 100 + "XX");
        }
        if (response.has("$ref")) {
            response = root.at(response.get("$ref").textValue().substring(1));
        }
        return response.path("content").path("application/json").get("schema");
    }

    /** A named schema of the document. */
    public JsonNode schema(String name) {
        JsonNode schema = root.path("components").path("schemas").get(name);
        if (schema == null) {
            throw new IllegalArgumentException("The document has no schema " + name);
        }
        return schema;
    }

    /** Prepares a schema for repeated use; references into the document resolve. */
    public JsonSchema compile(JsonNode schema) {
        ObjectNode whole = JsonNodeFactory.instance.objectNode();
        whole.putArray("allOf").add(schema);
        whole.set("components", root.get("components"));
        JsonSchema compiled = schemas.getSchema(whole, config);
        compiled.initializeValidators();
        return compiled;
    }

    /** Follows a reference, if the schema is one. */
    public JsonNode resolve(JsonNode schema) {
        return schema.has("$ref") ? root.at(schema.get("$ref").textValue().substring(1)) : schema;
    }

    private static OperationSpec operation(String path, String method, JsonNode node) {
        Set<String> statuses = new HashSet<>();
        node.path("responses").fieldNames().forEachRemaining(statuses::add);
        return new OperationSpec(
                node.get("operationId").textValue(),
                method.toUpperCase(Locale.ROOT),
                path,
                RequiredKey.valueOf(node.path("x-key-scope").asText("any").toUpperCase(Locale.ROOT)),
                node.path("requestBody")
                        .path("content")
                        .path("application/json")
                        .get("schema"),
                node.path("requestBody").path("required").asBoolean(false),
                Set.copyOf(statuses));
    }

    private static final class Holder {
        static final OpenApiDocument DOCUMENT = load();
    }
}
