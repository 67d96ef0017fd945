/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.api;

import br.com.pilotstatus.camel.error.ErrorCode;
import br.com.pilotstatus.camel.error.PilotStatusValidationException;
import br.com.pilotstatus.camel.model.UrlQuery;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collectors;

/** A rule that joins several parameters of a call, checked before anything is sent. */
@FunctionalInterface
interface CallRule {

    /** For calls whose parameters are checked one by one. */
    CallRule NONE = values -> {};

    /**
     * Checks the values that the call is made of, by the names of their parameters.
     *
     * @throws PilotStatusValidationException when they break the rule
     */
    void check(ObjectNode values);

    /** Of these parameters there is exactly one. */
    static CallRule exactlyOneOf(String... names) {
        return values -> {
            if (Arrays.stream(names).filter(values::has).count() != 1) {
                String others = Arrays.stream(names).skip(1).collect(Collectors.joining(", "));
                throw new PilotStatusValidationException(
                        ErrorCode.PARAMETERS_CONFLICT,
                        names[0],
                        "must be given, or else " + others + "; not several of them");
            }
        };
    }

    /** A URL is not one as this component shows it, which would overwrite the token that is hidden in it. */
    static CallRule notMasked(String name) {
        return values -> {
            if (values.has(name) && UrlQuery.isMasked(values.get(name).asText())) {
                throw new PilotStatusValidationException(
                        ErrorCode.PARAMETER_INVALID,
                        name,
                        "holds a masked value; give the whole address, or leave it out to keep the one there is");
            }
        };
    }

    /** The first time is not after the second. */
    static CallRule inOrder(String from, String until) {
        return values -> {
            if (values.has(from)
                    && values.has(until)
                    && Instant.parse(values.get(from).asText())
                            .isAfter(Instant.parse(values.get(until).asText()))) {
                throw new PilotStatusValidationException(
                        ErrorCode.PARAMETERS_CONFLICT, from, "must not be after " + until);
            }
        };
    }

    /** Some parameters are required when another has, or by default would have, a certain value. */
    static CallRule requiredWhen(String name, String value, boolean byDefault, String... required) {
        return values -> {
            JsonNode given = values.get(name);
            if (given == null ? !byDefault : !given.asText().equals(value)) {
                return;
            }
            for (String other : required) {
                if (!values.has(other)) {
                    throw new PilotStatusValidationException(
                            ErrorCode.PARAMETER_MISSING, other, "is missing: " + name + " " + value + " needs it");
                }
            }
        };
    }
}
