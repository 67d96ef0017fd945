/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.docs;

import br.com.pilotstatus.camel.PilotStatusComponent;
import br.com.pilotstatus.camel.event.DeliveryVerifier;
import br.com.pilotstatus.camel.store.MemoryClaimStore;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.camel.catalog.CamelCatalog;
import org.apache.camel.catalog.ConfigurationPropertiesValidationResult;
import org.apache.camel.catalog.DefaultCamelCatalog;
import org.apache.camel.catalog.EndpointValidationResult;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.jsse.SSLContextParameters;

/** Holds addresses and properties to the catalog, and ours to the endpoint as well, which is stricter. */
final class AddressCheck implements AutoCloseable {

    private static final String SCHEME = "pilotstatus";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{[^{}]*}}");

    /** Of properties that only the application of the reader has, where not everything will do. */
    private static final Map<String, String> VALUES = Map.of(
            "publicUrl", "https://shop.example/hook",
            "baseUrl", "https://pilotstatus.com.br/v1",
            "path", "/hook",
            "events", "message.sent");

    private final CamelCatalog catalog = new DefaultCamelCatalog(true);
    private final DefaultCamelContext context = new DefaultCamelContext();

    AddressCheck() {
        try (InputStream json =
                PilotStatusComponent.class.getResourceAsStream("/META-INF/br/com/pilotstatus/camel/pilotstatus.json")) {
            catalog.addComponent(
                    SCHEME,
                    PilotStatusComponent.class.getName(),
                    new String(json.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        PilotStatusComponent component = new PilotStatusComponent();
        component.getConfiguration().setApiKey("ps_key");
        component.getConfiguration().setAccountKey("ps_account");
        component.getConfiguration().setToken("a-token-of-the-test");
        context.addComponent(SCHEME, component);
        context.start();
    }

    /** What is wrong with an address; empty when nothing is. */
    Optional<String> problem(Address address) {
        String query = address.options().entrySet().stream()
                .map(option -> option.getKey() + "=" + encoded(option.getValue()))
                .collect(Collectors.joining("&"));
        String uri = address.uri() + (query.isEmpty() ? "" : "?" + query);
        EndpointValidationResult result = catalog.validateEndpointProperties(uri);
        if (!result.isSuccess()) {
            return Optional.of(result.summaryErrorMessage(true));
        }
        // By an operation or a key that only the exchange knows, toD makes an endpoint when it gets there.
        boolean chosen = address.uri().contains("{")
                || address.options().getOrDefault("apiKey", "").startsWith("$");
        return address.isOurs() && !chosen ? start(address) : Optional.empty();
    }

    /** Expressions may be anything, and are not judged. */
    private static String encoded(String value) {
        return value.contains("{") || value.startsWith("#") ? value : URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private Optional<String> start(Address address) {
        Map<String, String> options = address.options();
        String query = options.entrySet().stream()
                .map(option -> option.getKey() + "=" + started(option.getKey(), option.getValue()))
                .collect(Collectors.joining("&"));
        try {
            context.getEndpoint(address.uri() + (query.isEmpty() ? "" : "?" + query));
            return Optional.empty();
        } catch (RuntimeException e) {
            Throwable cause = e;
            while (cause.getCause() != null) {
                cause = cause.getCause();
            }
            return Optional.of(cause.toString());
        }
    }

    /** What stands for beans and properties that only the application of the reader has. */
    private String started(String option, String value) {
        if (value.startsWith("#")) {
            context.getRegistry().bind(value.replaceFirst("#(bean:)?", ""), bean(option));
            return value;
        }
        return PLACEHOLDER.matcher(value).replaceAll(VALUES.getOrDefault(option, byType(option)));
    }

    private String byType(String option) {
        return catalog.componentModel(SCHEME).getEndpointOptions().stream()
                .filter(known -> known.getName().equals(option))
                .map(known -> switch (known.getType()) {
                    case "boolean" -> "true";
                    case "enum" -> known.getEnums().get(0);
                    default -> "1";
                })
                .findFirst()
                .orElse("1");
    }

    private static Object bean(String option) {
        return switch (option) {
            case "verifier" -> (DeliveryVerifier) delivery -> true;
            case "sslContextParameters" -> new SSLContextParameters();
            default -> new MemoryClaimStore();
        };
    }

    /** What is wrong with a line of properties; empty when nothing is, or when it is none of ours. */
    Optional<String> problem(String property) {
        if (!property.strip().startsWith("camel.component." + SCHEME + ".")) {
            return Optional.empty();
        }
        ConfigurationPropertiesValidationResult result = catalog.validateConfigurationProperty(property);
        return result.isSuccess() ? Optional.empty() : Optional.of(result.summaryErrorMessage(true));
    }

    @Override
    public void close() {
        context.stop();
    }
}
