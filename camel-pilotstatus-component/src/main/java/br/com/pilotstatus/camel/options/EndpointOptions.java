/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.options;

import br.com.pilotstatus.camel.OnUnknown;
import br.com.pilotstatus.camel.PagesAs;
import br.com.pilotstatus.camel.PilotStatusCallConfiguration;
import br.com.pilotstatus.camel.PilotStatusConfiguration;
import br.com.pilotstatus.camel.PilotStatusSendConfiguration;
import br.com.pilotstatus.camel.ResultIn;
import br.com.pilotstatus.camel.api.KeyScope;
import br.com.pilotstatus.camel.api.Operation;
import br.com.pilotstatus.camel.api.Parameter;
import br.com.pilotstatus.camel.api.RequestPath;
import br.com.pilotstatus.camel.value.MediaKinds;
import br.com.pilotstatus.camel.value.ValueExpression;
import java.time.DateTimeException;
import java.time.ZoneId;
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

    /** Fails when an option was given that has no effect beside the others. */
    public static void requireEffect(
            String operation,
            PilotStatusConfiguration options,
            PilotStatusCallConfiguration call,
            Collection<String> given) {
        if (given.contains("maxItems") && call.getPages() == PagesAs.ONE) {
            throw new IllegalArgumentException("The option maxItems has no effect without pages=all or pages=iterator");
        }
        if (call.getPages() != PagesAs.ONE && call.getResult() == ResultIn.HEADERS) {
            requireNone(given, "with result=headers, which no list fits into", "pages"::equals);
        }
        if (call.isConfirm() && !operation(operation, call).irreversible()) {
            throw new IllegalArgumentException(
                    "The operation '" + operation + "' needs no confirmation: leave the option confirm out");
        }
        if (options.getOnUnknown() == OnUnknown.RETRY && options.getMaxAttempts() == 1) {
            requireNone(given, "with maxAttempts=1", "onUnknown"::equals);
        }
        if (!call.isThrowExceptionOnFailure()) {
            requireNone(
                    given,
                    "with throwExceptionOnFailure=false, which no redelivery follows",
                    "retryAfterHeader"::equals);
        }
        if (OperationKind.of(operation) == OperationKind.WEBHOOK) {
            requireWebhookEffect(options, given);
        }
    }

    private static void requireWebhookEffect(PilotStatusConfiguration options, Collection<String> given) {
        // Where the way is named, what sets up another is refused by that name.
        if (options.getSecret() == null && options.getVerify() == null) {
            requireNone(given, "without secret", "signatureHeader"::equals);
        }
        if (!given.contains("autoRegister")) {
            requireNone(
                    given,
                    "without autoRegister=true",
                    "publicUrl"::equals,
                    "unregisterOnStop"::equals,
                    OptionFamily.CONNECTION::contains,
                    OptionFamily.CHANGING::contains);
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
    public static void checkCall(
            Operation operation, PilotStatusConfiguration connection, PilotStatusCallConfiguration call) {
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
    public static void requireParameters(String operation, Collection<String> given, Collection<String> parameters) {
        for (String name : given) {
            if (!parameters.contains(name)) {
                throw new IllegalArgumentException("The operation '" + operation + "' has no parameter '" + name
                        + "'; it has: " + (parameters.isEmpty() ? "none" : String.join(", ", parameters)));
            }
        }
    }

    /** Fails when options of a send cannot be used. */
    public static void checkSend(PilotStatusSendConfiguration send) {
        ConnectionOptions.requirePositive("maxMediaSize", send.getMaxMediaSize());
        String kind = send.getMediaType();
        if (send.isValidate() && kind != null && !ValueExpression.isExpression(kind) && !MediaKinds.isKind(kind)) {
            throw new IllegalArgumentException("The option mediaType " + MediaKinds.RULE);
        }
        try {
            if (send.getTimeZone() != null) {
                ZoneId.of(send.getTimeZone());
            }
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("The option timeZone must be a zone such as America/Sao_Paulo", e);
        }
    }
}
