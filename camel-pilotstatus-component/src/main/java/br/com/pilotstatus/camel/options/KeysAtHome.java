/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.options;

import br.com.pilotstatus.camel.PilotStatusConfiguration;
import br.com.pilotstatus.camel.api.KeyScope;
import br.com.pilotstatus.camel.api.Operation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Takes the component's keys from an endpoint that names another address, proxy or TLS settings: a text that got into the
 * URI of an endpoint would otherwise choose who is told them.
 */
final class KeysAtHome {

    private final PilotStatusConfiguration component;
    private final PilotStatusConfiguration endpoint;
    private final Collection<String> own;
    private final List<String> elsewhere = new ArrayList<>();

    /**
     * @param own names of the options that the endpoint has itself, and not from the component
     */
    KeysAtHome(PilotStatusConfiguration component, PilotStatusConfiguration endpoint, Collection<String> own) {
        this.component = component;
        this.endpoint = endpoint;
        this.own = own;
    }

    /**
     * Takes what the endpoint must not keep. One that names its number's key by id, or the other way round, does not keep
     * the component's beside it either.
     */
    void keep() {
        if (!withoutSlash(component.getBaseUrl()).equalsIgnoreCase(withoutSlash(endpoint.getBaseUrl()))) {
            elsewhere.add("baseUrl");
        }
        if (!Objects.equals(component.getProxyHost(), endpoint.getProxyHost())
                || !Objects.equals(component.getProxyPort(), endpoint.getProxyPort())) {
            elsewhere.add("proxyHost");
            forget("proxyUsername", endpoint::setProxyUsername);
            forget("proxyPassword", endpoint::setProxyPassword);
        }
        if (component.getSslContextParameters() != endpoint.getSslContextParameters()) {
            elsewhere.add("sslContextParameters");
        }
        if (!elsewhere.isEmpty() || own.contains("apiKey") || own.contains("apiKeyId")) {
            forget("apiKey", endpoint::setApiKey);
            forget("apiKeyId", endpoint::setApiKeyId);
        }
        if (!elsewhere.isEmpty()) {
            forget("accountKey", endpoint::setAccountKey);
        }
    }

    private void forget(String option, Consumer<String> setter) {
        if (!own.contains(option)) {
            setter.accept(null);
        }
    }

    private static String withoutSlash(String address) {
        return address == null || !address.endsWith("/")
                ? String.valueOf(address)
                : address.substring(0, address.length() - 1);
    }

    /**
     * Fails when the endpoint would need what was taken from it, or what is told to the component's address only.
     *
     * @param tellsToken whether it tells the service the token of its webhook
     */
    void requireOwn(String operation, boolean tellsToken) {
        if (elsewhere.isEmpty()) {
            return;
        }
        String options = String.join(", ", elsewhere);
        boolean keyless = Operation.named(operation)
                .filter(entry -> entry.keyScope() == KeyScope.NONE)
                .isPresent();
        if (!keyless && endpoint.keys().none() && !component.keys().none()) {
            throw new IllegalArgumentException("The option " + options + " leads elsewhere than the component's, whose"
                    + " keys go to its own address only: give this endpoint its own apiKey, apiKeyId or accountKey, or set "
                    + options + " on the component");
        }
        if (tellsToken && !own.contains("token")) {
            throw new IllegalArgumentException("The option " + options + " leads elsewhere than the component's, whose"
                    + " token is told to its own address only: give this endpoint its own token");
        }
    }
}
