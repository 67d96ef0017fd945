/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.spring;

import br.com.pilotstatus.camel.PilotStatusComponent;
import br.com.pilotstatus.camel.PilotStatusComponentConfigurer;
import br.com.pilotstatus.camel.PilotStatusConfiguration;
import br.com.pilotstatus.camel.PilotStatusEndpointConfigurer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.spi.PropertyConfigurerGetter;
import org.springframework.beans.PropertyMatches;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.util.StringUtils;

/** The names of options, in the spelling of addresses and in that of properties. */
final class OptionNames {

    private static final PropertyConfigurerGetter COMPONENT = new PilotStatusComponentConfigurer();
    private static final PropertyConfigurerGetter ENDPOINT = new PilotStatusEndpointConfigurer();

    private OptionNames() {}

    /** The type of an option of the component in any spelling; null when there is no such option. */
    static Class<?> type(String option) {
        return COMPONENT.getOptionType(option.replace("-", ""), true);
    }

    /** Whether a word is the name of an option of the component, as addresses spell it. */
    static boolean isName(String word) {
        return COMPONENT.getOptionType(word, false) != null;
    }

    /** The type of an option of endpoints in any spelling; null when there is no such option. */
    static Class<?> endpointType(String option) {
        return ENDPOINT.getOptionType(option.replace("-", ""), true);
    }

    /** Options of the component whose names resemble one that is none, in kebab-case. */
    static List<String> like(String option) {
        String name = StringUtils.uncapitalize(
                Stream.of(option.split("-")).map(StringUtils::capitalize).reduce("", String::concat));
        return Stream.of(PilotStatusComponent.class, PilotStatusConfiguration.class)
                .flatMap(bean ->
                        Arrays.stream(PropertyMatches.forProperty(name, bean).getPossibleMatches()))
                .filter(OptionNames::isName)
                .map(DataObjectPropertyName::toDashedForm)
                .distinct()
                .toList();
    }

    /** What can be written for an option of this type. */
    static String valuesOf(Class<?> type) {
        if (type.isEnum()) {
            return Stream.of(type.getEnumConstants())
                    .map(value -> value.toString().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(", ", "one of ", ""));
        }
        return switch (type.getSimpleName()) {
            case "boolean" -> "true or false";
            case "int", "Integer" -> "a whole number";
            case "double" -> "a number";
            // All options of this type are durations.
            case "long" -> "a duration such as 500ms, 30s or 2m, or a number of milliseconds";
            case "String" -> "a text";
            default -> "a reference to a " + type.getSimpleName() + ", such as #bean:name";
        };
    }
}
