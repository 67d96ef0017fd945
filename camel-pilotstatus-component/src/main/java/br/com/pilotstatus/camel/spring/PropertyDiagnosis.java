/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.spring;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.camel.CamelContext;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.Environment;

/** Finds out why the value of a property does not do, and says so in the words of an application on Spring Boot. */
final class PropertyDiagnosis {

    /** What Spring leaves of a placeholder that nothing resolves. */
    private static final Pattern SPRING_PLACEHOLDER = Pattern.compile("\\$\\{([\\w.-]+)(?:\\[\\d+])?}");

    private static final Pattern CAMEL_PLACEHOLDER = Pattern.compile("\\{\\{([\\w.-]+)}}");
    private static final Pattern VARIABLE = Pattern.compile("[A-Z][A-Z0-9_]*");
    private static final Pattern BEAN = Pattern.compile("#bean:([\\w.$-]+)");
    private static final Pattern BARE_BEAN = Pattern.compile("#([\\w.$-]+)");
    private static final Pattern CLASS = Pattern.compile("#class:([\\w.$]+).*");
    /** The one option that may hold Simple expressions, which look like placeholders. */
    private static final String WITH_EXPRESSIONS = "whatsappnumberid";

    private final CamelContext context;
    private final Environment environment;
    private final String property;
    private final String option;

    /**
     * @param property whole name of the property
     * @param option   its last part
     */
    PropertyDiagnosis(CamelContext context, Environment environment, String property, String option) {
        this.context = context;
        this.environment = environment;
        this.property = property;
        this.option = option;
    }

    PropertyFailure noOption() {
        String description = "The property " + property + " is no option of the Pilot Status component." + origin();
        List<String> like = OptionNames.like(option);
        if (!like.isEmpty()) {
            String prefix = property.substring(0, property.length() - option.length());
            return new PropertyFailure(
                    description,
                    "Change its name. There is: "
                            + String.join(
                                    ", ", like.stream().map(prefix::concat).toList()));
        }
        return new PropertyFailure(
                description,
                OptionNames.endpointType(option) != null
                        ? "It is an option of endpoints: write it into the address of the route, such as"
                                + " pilotstatus:send?" + option + "=..."
                        : "Remove it, or change its name to that of an option; editors complete those below "
                                + "camel.component.pilotstatus.");
    }

    /** A placeholder of Spring in the value that nothing resolved. */
    Optional<PropertyFailure> unresolved(Object value) {
        return names(SPRING_PLACEHOLDER, value)
                .filter(name -> VARIABLE.matcher(name).matches()
                        || !option.replace("-", "").equalsIgnoreCase(WITH_EXPRESSIONS))
                .findFirst()
                .map(this::notSet);
    }

    private PropertyFailure notSet(String name) {
        return new PropertyFailure(cannotBeSet("it needs " + name + ", which is not set."), remedy(name));
    }

    /** What to do where the value of a placeholder is missing. */
    static String remedy(String name) {
        return VARIABLE.matcher(name).matches()
                ? "Set the environment variable " + name + ", or a property of that name."
                : "Set the property " + name + ".";
    }

    /** A value that the option does not take. */
    PropertyFailure misfit(Object value) {
        Class<?> type = OptionNames.type(option);
        return Stream.<Optional<PropertyFailure>>of(
                        names(CAMEL_PLACEHOLDER, value)
                                .filter(this::isNotSet)
                                .findFirst()
                                .map(this::notSet),
                        missingClass(value),
                        missingBean(value, type))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> new PropertyFailure(
                        cannotBeSet("it takes " + OptionNames.valuesOf(type) + "."),
                        "Change the value of " + property + "."));
    }

    private boolean isNotSet(String name) {
        return context.getPropertiesComponent().resolveProperty(name).isEmpty();
    }

    private Optional<PropertyFailure> missingClass(Object value) {
        return names(CLASS, value)
                .filter(name -> context.getClassResolver().resolveClass(name) == null)
                .findFirst()
                .map(name -> new PropertyFailure(
                        cannotBeSet("there is no class " + name + "."),
                        "Correct the name of the class, or add the artifact that holds it."));
    }

    private Optional<PropertyFailure> missingBean(Object value, Class<?> type) {
        boolean text = type == String.class;
        // What begins with a hash may be a text for an option that takes one.
        Stream<String> named =
                text || !BARE_BEAN.matcher(value.toString()).matches() ? names(BEAN, value) : names(BARE_BEAN, value);
        return named.filter(name -> context.getRegistry().lookupByName(name) == null)
                .findFirst()
                .map(name -> new PropertyFailure(
                        cannotBeSet("there is no bean " + name + "."),
                        "Define a bean of that name" + others(type) + "."));
    }

    private String others(Class<?> type) {
        Collection<String> names =
                new TreeSet<>(context.getRegistry().findByTypeWithName(type).keySet());
        return names.isEmpty()
                ? ""
                : ", or refer to one of type " + type.getSimpleName() + " that is there: " + String.join(", ", names);
    }

    private String cannotBeSet(String why) {
        return "The property " + property + " cannot be set: " + why + origin();
    }

    /** The file and line, the variable, or whatever else it was set by. */
    private String origin() {
        ConfigurationPropertyName name = ConfigurationPropertyName.adapt(property, '.');
        return StreamSupport.stream(
                        ConfigurationPropertySources.get(environment).spliterator(), false)
                .flatMap(source -> Stream.ofNullable(source.getConfigurationProperty(name)))
                .findFirst()
                .map(ConfigurationProperty::getOrigin)
                .map(origin -> " It was set by " + origin + ".")
                .orElse("");
    }

    private static Stream<String> names(Pattern pattern, Object value) {
        return pattern.matcher(value.toString()).results().map(found -> found.group(1));
    }
}
