/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.options;

import br.com.pilotstatus.camel.PilotStatusConfiguration;
import br.com.pilotstatus.camel.PilotStatusReceiveConfiguration;
import br.com.pilotstatus.camel.api.ApiKeys;
import br.com.pilotstatus.camel.event.EventFilter;
import br.com.pilotstatus.camel.value.PhoneNumbers;
import br.com.pilotstatus.camel.value.ValueExpression;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What must hold of the options that say how the service is reached, and how it reaches us, before anything starts. */
public final class ConnectionOptions {

    private static final Logger LOG = LoggerFactory.getLogger(ConnectionOptions.class);

    private static final Pattern LOOPBACK =
            Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]|\\[0:0:0:0:0:0:0:1]");

    private ConnectionOptions() {}

    /** Fails when the connection is not set up as it must be. */
    public static void check(PilotStatusConfiguration options) {
        requireNoExpression("baseUrl", options.getBaseUrl());
        requireKeyText("apiKey", options.getApiKey());
        requireKeyText("apiKeyId", options.getApiKeyId());
        requireKeyText("accountKey", options.getAccountKey());
        requireSecret("token", options.getToken());
        requireSecret("secret", options.getSecret());
        requireNoExpression("proxyHost", options.getProxyHost());
        requireSafeAddress("baseUrl", options.getBaseUrl(), options.isAllowInsecureHttp());
        if (!PhoneNumbers.isRegion(options.getDefaultRegion())) {
            throw new IllegalArgumentException(
                    "The option defaultRegion must be a region with phone numbers, in two capitals such as BR");
        }
        if (options.getApiKey() != null && options.getApiKeyId() != null) {
            throw new IllegalArgumentException("Set one of the options apiKey and apiKeyId");
        }
        requirePositive("connectTimeout", options.getConnectTimeout());
        requirePositive("responseTimeout", options.getResponseTimeout());
        requirePositive("totalTimeout", options.getTotalTimeout());
        requirePositive("acquireTimeout", options.getAcquireTimeout());
        requirePositive("maxAttempts", options.getMaxAttempts());
        requirePositive("maxInFlight", options.getMaxInFlight());
        requirePositive("maxRequestSize", options.getMaxRequestSize());
        requirePositive("maxResponseSize", options.getMaxResponseSize());
        if (!(options.getRequestsPerSecond() >= 0) || Double.isInfinite(options.getRequestsPerSecond())) {
            throw new IllegalArgumentException("The option requestsPerSecond must not be negative");
        }
        if ((options.getProxyHost() == null) != (options.getProxyPort() == null)) {
            throw new IllegalArgumentException("The options proxyHost and proxyPort go together");
        }
        requireWith("proxyUsername", options.getProxyUsername(), "proxyHost", options.getProxyHost());
        requireWith("proxyPassword", options.getProxyPassword(), "proxyHost", options.getProxyHost());
        requireWith("proxyPassword", options.getProxyPassword(), "proxyUsername", options.getProxyUsername());
    }

    private static void requireWith(String option, String value, String other, String otherValue) {
        if (value != null && otherValue == null) {
            throw new IllegalArgumentException("The option " + option + " has no effect without " + other);
        }
    }

    /**
     * Takes the component's keys from an endpoint that names another address, proxy or TLS settings: a text that got into
     * the URI of an endpoint would otherwise choose who is told them. An endpoint that names its number's key by id, or the
     * other way round, does not keep the component's beside it either.
     *
     * @param own names of the options that the endpoint has itself
     * @return the options that lead elsewhere, for errors; empty when the endpoint speaks to whom the component speaks
     */
    public static String keepKeysHome(
            PilotStatusConfiguration component, PilotStatusConfiguration endpoint, Collection<String> own) {
        boolean otherProxy = !Objects.equals(component.getProxyHost(), endpoint.getProxyHost())
                || !Objects.equals(component.getProxyPort(), endpoint.getProxyPort());
        List<String> elsewhere = new ArrayList<>();
        if (!withoutSlash(component.getBaseUrl()).equalsIgnoreCase(withoutSlash(endpoint.getBaseUrl()))) {
            elsewhere.add("baseUrl");
        }
        if (otherProxy) {
            elsewhere.add("proxyHost");
            forget("proxyUsername", endpoint::setProxyUsername, own);
            forget("proxyPassword", endpoint::setProxyPassword, own);
        }
        if (component.getSslContextParameters() != endpoint.getSslContextParameters()) {
            elsewhere.add("sslContextParameters");
        }
        boolean otherNumber = own.contains("apiKey") || own.contains("apiKeyId");
        if (otherNumber || !elsewhere.isEmpty()) {
            forget("apiKey", endpoint::setApiKey, own);
            forget("apiKeyId", endpoint::setApiKeyId, own);
        }
        if (!elsewhere.isEmpty()) {
            forget("accountKey", endpoint::setAccountKey, own);
        }
        return String.join(", ", elsewhere);
    }

    private static void forget(String option, Consumer<String> setter, Collection<String> own) {
        if (!own.contains(option)) {
            setter.accept(null);
        }
    }

    private static String withoutSlash(String address) {
        return address == null || !address.endsWith("/")
                ? String.valueOf(address)
                : address.substring(0, address.length() - 1);
    }

    /** Fails when a webhook is to be registered and options do not say which, or where. */
    public static void checkRegistration(PilotStatusConfiguration options, PilotStatusReceiveConfiguration receive) {
        if (!receive.isAutoRegister()) {
            return;
        }
        if (receive.getPublicUrl() == null) {
            throw new IllegalArgumentException(
                    "The option autoRegister needs publicUrl, the address that leads to path");
        }
        requireSafeAddress("publicUrl", receive.getPublicUrl(), options.isAllowInsecureHttp());
        if (options.getEvents() == null
                || EventFilter.of(options.getEvents()).subscription().isEmpty()) {
            throw new IllegalArgumentException("The option autoRegister needs events, the names of those to be sent");
        }
        ApiKeys keys = options.keys();
        requireKey(keys);
        requireNoExpression("whatsappNumberId", options.getWhatsappNumberId());
        boolean forNumber = options.getWhatsappNumberId() != null;
        if (forNumber
                ? options.getAccountKey() == null
                : options.getApiKey() == null && options.getApiKeyId() == null) {
            throw new IllegalArgumentException("The option autoRegister registers for one number: set the key of that"
                    + " number (apiKey or apiKeyId), or accountKey together with whatsappNumberId");
        }
    }

    public static void requireKey(ApiKeys keys) {
        if (keys.none()) {
            throw new IllegalArgumentException(
                    "No key: set the option apiKey, apiKeyId or accountKey, on the component or the endpoint");
        }
    }

    private static void requireKeyText(String option, String value) {
        requireSecret(option, value);
        if (value != null && value.isBlank()) {
            throw new IllegalArgumentException("The option " + option + " is empty");
        }
    }

    /** A placeholder that nothing resolved is a text that everybody can read in the documentation. */
    private static void requireSecret(String option, String value) {
        PersonalData.requireUnmasked(option, value);
        if (value != null && (ValueExpression.isExpression(value) || value.contains("${") || value.contains("{{"))) {
            throw new IllegalArgumentException("The option " + option
                    + " takes no expression, and holds no placeholder unless something resolves it");
        }
    }

    static void requireNoExpression(String option, String value) {
        if (value != null && ValueExpression.isExpression(value)) {
            throw new IllegalArgumentException("The option " + option + " takes no expression");
        }
    }

    /** The key travels with every call, and events say who wrote what, so neither may travel in the clear. */
    private static void requireSafeAddress(String option, String address, boolean insecure) {
        URI uri;
        try {
            uri = new URI(String.valueOf(address));
        } catch (URISyntaxException e) {
            // Without the cause, which quotes the value.
            throw new IllegalArgumentException("The option " + option + " is no URL");
        }
        boolean http = "http".equals(uri.getScheme());
        if (uri.getHost() == null || !(http || "https".equals(uri.getScheme()))) {
            throw new IllegalArgumentException("The option " + option + " must be an https URL with a host");
        }
        if (http && !insecure && !LOOPBACK.matcher(uri.getHost()).matches()) {
            throw new IllegalArgumentException("The option " + option + " must be https, except for a loopback host,"
                    + " or with allowInsecureHttp=true, by which keys and messages travel for everybody to read");
        }
        if (uri.getRawQuery() != null || uri.getRawFragment() != null || uri.getRawUserInfo() != null) {
            throw new IllegalArgumentException("The option " + option + " must end with its path");
        }
    }

    /** Says at each start what the options allow for tries only. */
    public static void warnIfInsecure(String option, String address) {
        URI uri = URI.create(address);
        if ("http".equals(uri.getScheme()) && !LOOPBACK.matcher(uri.getHost()).matches()) {
            LOG.warn(
                    "The option {} is http for {}, which is no loopback host: keys and messages travel for everybody on the"
                            + " way to read and change (allowInsecureHttp=true)",
                    option,
                    uri.getHost());
        }
    }

    public static void requirePositive(String option, long value) {
        if (value <= 0) {
            throw new IllegalArgumentException("The option " + option + " must be positive");
        }
    }
}
