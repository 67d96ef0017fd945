/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.spring;

import br.com.pilotstatus.camel.PilotStatusComponent;
import br.com.pilotstatus.camel.PilotStatusConstants;
import br.com.pilotstatus.camel.PilotStatusEndpoint;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.FailedToCreateRouteException;
import org.apache.camel.NoSuchBeanException;
import org.apache.camel.PropertyBindingException;
import org.apache.camel.ResolveEndpointFailedException;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.util.PlaceholderResolutionException;

/**
 * Tells in place of a stack trace what the component refused when the application started: an address with options that do
 * not do, or a route that lacks something to begin.
 */
final class RouteFailureAnalyzer implements FailureAnalyzer {

    private static final String ROOT = PilotStatusComponent.class.getPackageName() + ".";
    private static final String SCHEME = PilotStatusConstants.SCHEME + ":";
    private static final String PROPERTIES = "camel.component." + PilotStatusConstants.SCHEME + ".";
    /** How errors name options: one, or several in a row. */
    private static final Pattern NAMED = Pattern.compile("\\boptions? (\\w+(?:(?:, | and | or )\\w+)*)");

    private static final Pattern NOT_SET = Pattern.compile("Property with key \\[([\\w.-]+)] not found");
    private static final String UPDATE = "Update the route, or the configuration of the application.";

    @Override
    public FailureAnalysis analyze(Throwable failure) {
        List<Throwable> causes = Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .toList();
        String where = of(FailedToCreateRouteException.class, causes)
                .map(cause -> "The route " + cause.getRouteId() + " cannot be created. ")
                .orElse("");
        return placeholder(where, causes)
                .or(() -> of(PropertyBindingException.class, causes)
                        .filter(binding -> binding.getTarget() instanceof PilotStatusEndpoint)
                        .map(binding -> misfit(where, binding, causes)))
                .or(() -> refusal(where, causes))
                .orElse(null);
    }

    private static <T extends Throwable> Optional<T> of(Class<T> type, List<Throwable> causes) {
        return causes.stream().filter(type::isInstance).map(type::cast).findFirst();
    }

    // Camel's own placeholder, or what Spring does not find when Camel asks it for one.
    private static Optional<FailureAnalysis> placeholder(String where, List<Throwable> causes) {
        return of(ResolveEndpointFailedException.class, causes)
                .filter(endpoint -> endpoint.getUri().startsWith(SCHEME))
                .flatMap(endpoint -> of(PlaceholderResolutionException.class, causes)
                        .map(PlaceholderResolutionException::getPlaceholder)
                        .or(() -> NOT_SET.matcher(endpoint.getMessage())
                                .results()
                                .map(found -> found.group(1))
                                .findFirst()))
                .map(name -> new FailureAnalysis(
                        where + "The address of an endpoint needs " + name + ", which is not set.",
                        PropertyDiagnosis.remedy(name),
                        causes.get(0)));
    }

    // The message of the exception quotes the value.
    private static FailureAnalysis misfit(String where, PropertyBindingException binding, List<Throwable> causes) {
        String option = binding.getPropertyName();
        String why = of(NoSuchBeanException.class, causes)
                .map(bean -> "there is no bean " + bean.getName())
                .orElseGet(() -> "it takes " + OptionNames.valuesOf(OptionNames.endpointType(option)));
        String operation = ((PilotStatusEndpoint) binding.getTarget()).getOperation();
        return new FailureAnalysis(
                where + "The option " + option + " of " + SCHEME + operation + " cannot be set: " + why + ".",
                UPDATE,
                binding);
    }

    private static Optional<FailureAnalysis> refusal(String where, List<Throwable> causes) {
        return causes.stream()
                .filter(RouteFailureAnalyzer::isRefusal)
                .reduce((outer, inner) -> inner)
                .map(cause -> new FailureAnalysis(where + cause.getMessage(), action(cause.getMessage()), cause));
    }

    // Whatever else goes wrong in there is no mistake of the application, and wants its stack trace.
    private static boolean isRefusal(Throwable cause) {
        StackTraceElement[] trace = cause.getStackTrace();
        return (cause.getClass() == IllegalArgumentException.class || cause.getClass() == IllegalStateException.class)
                && trace.length > 0
                && trace[0].getClassName().startsWith(ROOT);
    }

    private static String action(String message) {
        String properties = NAMED.matcher(message)
                .results()
                .flatMap(found -> Stream.of(found.group(1).split("\\W+")))
                .filter(OptionNames::isName)
                .distinct()
                .map(option -> PROPERTIES + DataObjectPropertyName.toDashedForm(option))
                .collect(Collectors.joining(", "));
        return properties.isEmpty() ? UPDATE : UPDATE + " As properties, the options are " + properties + ".";
    }
}
