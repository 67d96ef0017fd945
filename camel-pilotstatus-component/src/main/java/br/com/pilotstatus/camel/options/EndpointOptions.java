/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.options;

import br.com.pilotstatus.camel.PagesAs;
import br.com.pilotstatus.camel.PilotStatusCallConfiguration;
import br.com.pilotstatus.camel.PilotStatusConfiguration;
import br.com.pilotstatus.camel.api.KeyScope;
import br.com.pilotstatus.camel.api.Operation;
import br.com.pilotstatus.camel.api.Parameter;
import br.com.pilotstatus.camel.api.RequestPath;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What Camel does not check at start: whether options belong to the operation, are complete, and fit together. */
public final class EndpointOptions {

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9._-]*");

    private EndpointOptions() {}

    /**
     * The options of an endpoint by their names, in whichever of Camel's spellings they were given.
     *
     * @throws IllegalArgumentException when one is unknown, given twice, or no value; never quotes a value
     */
    public static Map<String, Object> byName(Map<String, Object> given) {
        requireKnown(given.keySet());
        Map<String, Object> options = new LinkedHashMap<>();
        given.forEach((spelling, value) -> {
            String name = OptionFamily.named(spelling).orElseThrow();
            PersonalData.requireUnmasked(name, value);
            if (options.put(name, value) != null || (value instanceof Collection && !name.contains("."))) {
                throw new IllegalArgumentException("The option " + name + " is given twice");
            }
        });
        MapOption.spread("variables", "variables.", options);
        MapOption.spread("params", "param.", options);
        return options;
    }

    private static void requireKnown(Collection<String> given) {
        List<String> unknown = given.stream()
                .filter(spelling -> OptionFamily.named(spelling).isEmpty())
                .sorted()
                .toList();
        if (unknown.isEmpty()) {
            return;
        }
        // What follows an & in a text is taken for an option, and must not be told.
        List<String> names =
                unknown.stream().filter(name -> NAME.matcher(name).matches()).toList();
        throw new IllegalArgumentException("There are no such options. Unknown parameters=" + names
                + (names.size() == unknown.size()
                        ? ""
                        : ". A value holds an ampersand, which begins the next option: write it as RAW(...), or give it by"
                                + " header or body"));
    }

    /** Fails when there is no such operation, or when an option was given that it does not take. */
    public static void requireBelonging(String operation, Collection<String> given) {
        OperationKind kind = OperationKind.of(operation);
        String foreign = given.stream()
                .filter(option -> !OptionFamily.isTaken(option, kind, operation))
                .sorted()
                .collect(Collectors.joining(", "));
        if (!foreign.isEmpty()) {
            throw new IllegalArgumentException("The operation '" + operation + "' does not take the option " + foreign);
        }
    }

    @SafeVarargs
    static void requireNone(Collection<String> given, String why, Predicate<String>... idle) {
        for (String option : given) {
            for (Predicate<String> kind : idle) {
                if (kind.test(option)) {
                    throw new IllegalArgumentException("The option " + option + " has no effect " + why);
                }
            }
        }
    }

    /** The entry of the table for an operation that is one call of the service. */
    public static Operation operation(String name, PilotStatusCallConfiguration call) {
        return OperationKind.of(name) == OperationKind.REQUEST
                ? Operation.request(call.getMethod())
                : Operation.named(name).orElseThrow();
    }

    /** Fails when the options of a call do not fit its entry in the table. */
    static void checkCall(Operation operation, PilotStatusConfiguration connection, PilotStatusCallConfiguration call) {
        if (operation.keyScope() != KeyScope.NONE) {
            ConnectionOptions.requireKey(connection);
        }
        if (operation.irreversible() && !call.isConfirm()) {
            throw new IllegalArgumentException("The operation '" + operation.operationName()
                    + "' cannot be undone: confirm it with the option confirm=true");
        }
        if (operation.anyPath()) {
            RequestPath.check(call.getRequestPath());
        }
        if (call.getPages() != PagesAs.ONE && !operation.answer().paged()) {
            throw new IllegalArgumentException(
                    "The operation '" + operation.operationName() + "' has no pages: leave the option pages out");
        }
        ConnectionOptions.requirePositive("maxItems", call.getMaxItems());
        if (call.getId() != null && operation.subject().isEmpty()) {
            throw new IllegalArgumentException(
                    "The operation '" + operation.operationName() + "' does not take the option id");
        }
        if (!operation.takesMore()) {
            requireParameters(
                    operation.operationName(),
                    call.getParams().keySet(),
                    operation.parameters().stream().map(Parameter::name).toList());
        }
    }

    /** Fails when a parameter was given that the operation does not have. */
    static void requireParameters(String operation, Collection<String> given, Collection<String> parameters) {
        for (String name : given) {
            if (!parameters.contains(name)) {
                throw new IllegalArgumentException("The operation '" + operation + "' has no parameter '" + name
                        + "'; it has: " + (parameters.isEmpty() ? "none" : String.join(", ", parameters)));
            }
        }
    }
}
