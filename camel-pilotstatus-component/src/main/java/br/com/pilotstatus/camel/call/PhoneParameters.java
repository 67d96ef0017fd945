/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.call;

import br.com.pilotstatus.camel.api.Parameter;
import br.com.pilotstatus.camel.model.CommaText;
import br.com.pilotstatus.camel.value.PhoneNumbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The phone numbers among the parameters of a call, as the API takes them.
 *
 * @param options what the URI of the endpoint says, by the names of parameters; these may have lost plus signs
 * @param region  region of numbers without country code, as ISO 3166-1 in two letters; null leaves numbers as they are
 */
record PhoneParameters(Map<String, ?> options, String region) {

    /**
     * The value of a parameter; what is no phone number by its type is left as it is.
     *
     * @throws br.com.pilotstatus.camel.error.PilotStatusValidationException when a phone number is none
     */
    Object normalize(Parameter parameter, Object value) {
        String name = parameter.name();
        String literal = String.valueOf(options.get(name));
        return switch (parameter.type()) {
            case PHONE -> number(name, first(literal, String.valueOf(value)));
            case PHONES -> list(name, literal, CommaText.entries(value));
            default -> value;
        };
    }

    private static String first(String literal, String value) {
        return literal.startsWith(" ") ? PhoneNumbers.restorePlus(value) : value;
    }

    private List<String> list(String name, String literal, Iterable<?> entries) {
        List<String> numbers = new ArrayList<>();
        for (Object entry : entries) {
            String text = numbers.isEmpty() ? first(literal, String.valueOf(entry)) : String.valueOf(entry);
            boolean plusMayBeLost = region != null && literal.contains(", ");
            String number = plusMayBeLost ? PhoneNumbers.normalizeEntry(name, text, region) : number(name, text);
            numbers.add(region == null ? number : number.replace("+", ""));
        }
        return numbers;
    }

    private String number(String name, String text) {
        return region == null ? text : PhoneNumbers.normalize(name, text, region);
    }
}
