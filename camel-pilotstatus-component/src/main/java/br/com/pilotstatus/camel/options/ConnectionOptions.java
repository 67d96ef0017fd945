/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.options;

import br.com.pilotstatus.camel.PilotStatusConfiguration;
import br.com.pilotstatus.camel.PilotStatusReceiveConfiguration;
import br.com.pilotstatus.camel.event.EventFilter;
import br.com.pilotstatus.camel.value.PhoneNumbers;
import br.com.pilotstatus.camel.value.ValueExpression;
import java.net.URI;
import java.net.URISyntaxException;
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
    static void check(PilotStatusConfiguration options) {
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

    /** Fails when a webhook is to be registered and options do not say which, or where. */
    static void checkRegistration(PilotStatusConfiguration options, PilotStatusReceiveConfiguration receive) {
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
        requireKey(options);
        requireNoExpression("whatsappNumberId", options.getWhatsappNumberId());
        boolean named = options.getWhatsappNumberId() != null;
        if (named ? options.getAccountKey() == null : !options.keys().hasNumberKey()) {
            throw new IllegalArgumentException("The option autoRegister registers for one number: set the key of that"
                    + " number (apiKey or apiKeyId), or accountKey together with whatsappNumberId");
        }
    }

    static void requireKey(PilotStatusConfiguration options) {
        if (options.keys().none()) {
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

    static void requirePositive(String option, long value) {
        if (value <= 0) {
            throw new IllegalArgumentException("The option " + option + " must be positive");
        }
    }
}
