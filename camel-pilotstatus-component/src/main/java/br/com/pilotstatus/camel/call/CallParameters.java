/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.call;

import br.com.pilotstatus.camel.PilotStatusCallConfiguration;
import br.com.pilotstatus.camel.PilotStatusConstants;
import br.com.pilotstatus.camel.api.Operation;
import br.com.pilotstatus.camel.api.Parameter;
import br.com.pilotstatus.camel.error.ErrorCode;
import br.com.pilotstatus.camel.error.PilotStatusValidationException;
import br.com.pilotstatus.camel.model.Json;
import br.com.pilotstatus.camel.value.JsonValues;
import br.com.pilotstatus.camel.value.ListValues;
import br.com.pilotstatus.camel.value.OptionValues;
import br.com.pilotstatus.camel.value.TextValues;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** The values of a call's parameters: what the endpoint says, then headers, then the body. */
final class CallParameters {

    private static final String ID = "id";

    private final Operation operation;
    private final OptionValues options;
    private final Collection<String> optionNames;
    private final PhoneParameters phones;

    /** @param region region of phone numbers without country code; null leaves numbers as they are */
    CallParameters(CamelContext context, PilotStatusCallConfiguration call, String region, Operation operation) {
        this.operation = operation;
        this.options = new OptionValues(context);
        addOption(ID, operation.subject(), call.getId());
        this.phones = new PhoneParameters(call.getParams(), region);
        this.optionNames = List.copyOf(call.getParams().keySet());
        call.getParams().forEach((name, value) -> addOption(option(name), operation.parameter(name), value));
    }

    private void addOption(String option, Optional<Parameter> parameter, Object value) {
        if (parameter.filter(Parameter::isList).isPresent()) {
            options.addList(option, value);
        } else {
            options.add(option, value);
        }
    }

    private static String option(String name) {
        return "param." + name;
    }

    Map<String, Object> values(Exchange exchange) {
        Map<String, Object> values = new LinkedHashMap<>();
        Message message = exchange.getMessage();
        operation.subject().ifPresent(subject -> addSubject(subject, message, values));
        values.putAll(fromHeader(exchange));
        optionNames.forEach(name -> values.put(name, options.get(option(name), exchange)));
        if (options.has(ID)) {
            operation.subject().ifPresent(subject -> values.put(subject.name(), options.get(ID, exchange)));
        }
        if (operation.hasBodyParameters() && values.keySet().stream().noneMatch(this::goesIntoBody)) {
            fromBody(exchange).forEach(values::putIfAbsent);
        }
        values.replaceAll((name, value) -> operation
                .parameter(name)
                .map(parameter -> normalize(parameter, value, exchange))
                .orElseGet(() -> further(name, value, exchange)));
        return values;
    }

    /** Who names a part of the call's body means all of it; the message body may then hold anything. */
    private boolean goesIntoBody(String name) {
        return operation
                .parameter(name)
                .map(parameter -> parameter.place() == Parameter.Place.BODY)
                .orElse(true);
    }

    /** The values that routes have at hand as those that the type of the parameter reads. */
    private Object normalize(Parameter parameter, Object value, Exchange exchange) {
        String name = parameter.name();
        Object given = switch (parameter.type()) {
            case PHONE -> TextValues.phone(name, value, exchange);
            case PHONES -> phones(name, value, exchange);
            case LIST -> entries(name, value, exchange);
            case TIME -> TextValues.time(name, value, exchange);
            case INTEGER, DECIMAL, BOOLEAN -> TextValues.scalar(name, value, exchange);
            case OBJECT, CONTENT -> JsonValues.of(name, value, exchange);
            default -> TextValues.text(name, value, exchange);
        };
        return given == null ? null : phones.normalize(parameter, given);
    }

    /** What the table does not name: part of the JSON body, or else of path and query, which are text. */
    private Object further(String name, Object value, Exchange exchange) {
        return operation.hasBodyParameters()
                ? JsonValues.of(name, value, exchange)
                : TextValues.text(name, value, exchange);
    }

    private static Object phones(String name, Object value, Exchange exchange) {
        return ListValues.is(value)
                ? ListValues.of(value).stream()
                        .map(entry -> TextValues.phone(name, entry, exchange))
                        .toList()
                : TextValues.phone(name, value, exchange);
    }

    private static Object entries(String name, Object value, Exchange exchange) {
        return ListValues.is(value) ? TextValues.texts(name, value, exchange) : TextValues.text(name, value, exchange);
    }

    /** The id that <code>send</code> left in its header is what <code>status</code> and <code>cancel</code> are about. */
    private static void addSubject(Parameter subject, Message message, Map<String, Object> values) {
        if (subject.name().startsWith("messageId")) {
            Object id = message.getHeader(PilotStatusConstants.MESSAGE_ID);
            if (id != null) {
                values.put(subject.name(), id);
            }
        }
    }

    private Map<String, ?> fromHeader(Exchange exchange) {
        Object header = exchange.getMessage().getHeader(PilotStatusConstants.PARAMS);
        if (header == null) {
            return Map.of();
        }
        if (!(header instanceof Map<?, ?> map)) {
            throw new PilotStatusValidationException(
                    ErrorCode.PARAMETER_INVALID, PilotStatusConstants.PARAMS, "must be a Map");
        }
        return known(map, PilotStatusConstants.PARAMS, exchange);
    }

    private Map<String, ?> fromBody(Exchange exchange) {
        Object body = exchange.getMessage().getBody();
        if (body instanceof Map<?, ?> map) {
            return known(map, "body", exchange);
        }
        if (body instanceof JsonNode node && node.isObject()) {
            return known(Json.mapper().convertValue(node, Map.class), "body", exchange);
        }
        if (ListValues.is(body) && operation.subject().filter(Parameter::isList).isPresent()) {
            return Map.of(operation.subject().orElseThrow().name(), body);
        }
        return Map.of();
    }

    private Map<String, Object> known(Map<?, ?> values, String source, Exchange exchange) {
        Map<String, Object> known = new HashMap<>();
        values.forEach((key, value) -> {
            String name = TextValues.text(source, key, exchange);
            if (operation.parameter(name).isEmpty() && !operation.takesMore()) {
                throw new PilotStatusValidationException(
                        ErrorCode.PARAMETER_UNKNOWN,
                        source,
                        "holds a name that '" + operation.operationName() + "' does not take; it takes " + names());
            }
            known.put(name, value);
        });
        return known;
    }

    private String names() {
        return operation.parameters().stream().map(Parameter::name).collect(Collectors.joining(", "));
    }
}
