/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.ValidationMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Holds request bodies of one operation to the document; says what is wrong with them by field and rule, never by value. */
public final class RequestValidator {

    private static final int SHOWN = 3;

    private final JsonSchema schema;
    private final Set<String> fields;

    public RequestValidator(OpenApiDocument document, OperationSpec operation) {
        schema = document.compile(operation.requestSchema());
        List<String> names = new ArrayList<>();
        document.resolve(operation.requestSchema())
                .path("properties")
                .fieldNames()
                .forEachRemaining(names::add);
        fields = Set.copyOf(names);
    }

    /** What the document forbids about the body, if anything. */
    public Optional<String> complaint(JsonNode body) {
        Set<ValidationMessage> messages = schema.validate(body);
        if (messages.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(String.join(
                "; ",
                messages.stream()
                        .map(RequestValidator::describe)
                        .distinct()
                        .limit(SHOWN)
                        .toList()));
    }

    /** The first field of the body that the document does not name. */
    public Optional<String> unknownField(JsonNode body) {
        for (String name : (Iterable<String>) body::fieldNames) {
            if (!fields.contains(name)) {
                return Optional.of(name);
            }
        }
        return Optional.empty();
    }

    private static String describe(ValidationMessage message) {
        String where = message.getInstanceLocation().toString();
        String field = where.startsWith("/") ? where.substring(1) : where.replaceFirst("^\\$\\.?", "");
        String rule = switch (message.getType()) {
            case "required" -> "is missing " + message.getProperty();
            case "type" -> "has the wrong type";
            case "enum" -> "is not one of the allowed values";
            case "maxItems" -> "has too many entries";
            case "minItems" -> "has too few entries";
            case "maxLength" -> "is too long";
            case "format" -> "has the wrong format";
            case "pattern" -> "does not have the required form";
            default -> "breaks the rule " + message.getType();
        };
        return (field.isEmpty() ? "the body" : field) + ' ' + rule;
    }
}
