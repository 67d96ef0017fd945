/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel;

import br.com.pilotstatus.camel.client.ApiKeys;
import br.com.pilotstatus.camel.client.KeyScope;
import br.com.pilotstatus.camel.client.Operation;
import br.com.pilotstatus.camel.client.Parameter;
import br.com.pilotstatus.camel.client.RequestPath;
import br.com.pilotstatus.camel.event.EventFilter;
import br.com.pilotstatus.camel.send.ValueExpression;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What Camel does not check at start: whether options belong to the operation, are complete, and are safe. */
final class EndpointOptions {

    /** The operation that receives events as they happen. */
    static final String WEBHOOK = "webhook";
    /** The operation that calls any path. */
    static final String REQUEST = "request";

    static final Set<String> SEND = Set.of(
            "to",
            "groupId",
            "newsletterId",
            "templateId",
            "variables",
            "text",
            "media",
            "mediaType",
            "fileName",
            "caption",
            "buttons",
            "header",
            "footer",
            "deliverAt",
            "deliverUntil",
            "labels",
            "markRead",
            "aiRewriteEnabled",
            "bodyAs",
            "maxMediaSize",
            "timeZone",
            "validate",
            "idempotencyKey");
    static final Set<String> CALL = Set.of("id", "params", "confirm", "pages", "maxItems");
    static final Set<String> FREE_CALL = Set.of("method", "requestPath");
    /** For every consumer. */
    static final Set<String> RECEIVE = Set.of("events", "inbox");

    static final Set<String> SERVE = Set.of(
            "path",
            "verify",
            "token",
            "secret",
            "signatureHeader",
            "verifier",
            "maxPayloadSize",
            "httpServer",
            "autoRegister",
            "publicUrl",
            "unregisterOnStop");
    /** For every producer. */
    static final Set<String> PRODUCER = Set.of("result", "defaultRegion", "journal");

    private static final Pattern LOOPBACK =
            Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]|\\[0:0:0:0:0:0:0:1]");

    private EndpointOptions() {}

    /** Fails when an option was given that the operation does not know. */
    static void requireBelonging(String operation, Collection<String> given) {
        String foreign = given.stream()
                .filter(option -> !belongs(option, operation))
                .sorted()
                .collect(Collectors.joining(", "));
        if (!foreign.isEmpty()) {
            throw new IllegalArgumentException("The operation '" + operation + "' does not take the option " + foreign);
        }
    }

    private static boolean belongs(String option, String operation) {
        boolean sends = operation.equals(Operation.SEND.operationName());
        if (SEND.contains(option) || option.startsWith("variables.")) {
            return sends;
        }
        if (FREE_CALL.contains(option)) {
            return operation.equals(REQUEST);
        }
        if (SERVE.contains(option)) {
            return operation.equals(WEBHOOK);
        }
        if (PollOptions.contain(option)) {
            return operation.equals(PollOptions.POLL);
        }
        boolean receives = receives(operation);
        if (CALL.contains(option) || option.startsWith("param.")) {
            return !sends && !receives;
        }
        return RECEIVE.contains(option) ? receives : !PRODUCER.contains(option) || !receives;
    }

    /** Whether events come by that operation. */
    static boolean receives(String operation) {
        return operation.equals(WEBHOOK) || operation.equals(PollOptions.POLL);
    }

    /** The operation of that name; an error lists those there are. */
    static Operation operation(String name, PilotStatusCallConfiguration call) {
        if (name.equals(REQUEST)) {
            return Operation.request(call.getMethod());
        }
        return Operation.named(name)
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no operation '" + name + "'. Producers: " + Operation.names() + ", " + REQUEST + ", "
                                + JournalProducer.LIST + ", " + JournalProducer.RESOLVE + ". Consumers: " + WEBHOOK
                                + ", " + PollOptions.POLL));
    }

    /** Fails when the connection is not set up as it must be. */
    static void checkConnection(PilotStatusConfiguration options) {
        requireNoExpression("baseUrl", options.getBaseUrl());
        requireNoExpression("apiKey", options.getApiKey());
        requireNoExpression("apiKeyId", options.getApiKeyId());
        requireNoExpression("accountKey", options.getAccountKey());
        requireNoExpression("proxyHost", options.getProxyHost());
        requireSafeAddress("baseUrl", options.getBaseUrl());
        if (options.getApiKey() != null && options.getApiKeyId() != null) {
            throw new IllegalArgumentException("Set one of the options apiKey and apiKeyId");
        }
        requirePositive("connectTimeout", options.getConnectTimeout());
        requirePositive("responseTimeout", options.getResponseTimeout());
        requirePositive("totalTimeout", options.getTotalTimeout());
        requirePositive("acquireTimeout", options.getAcquireTimeout());
        requirePositive("maxAttempts", options.getMaxAttempts());
        requirePositive("maxInFlight", options.getMaxInFlight());
        requirePositive("maxResponseSize", options.getMaxResponseSize());
        if (!(options.getRequestsPerSecond() >= 0) || Double.isInfinite(options.getRequestsPerSecond())) {
            throw new IllegalArgumentException("The option requestsPerSecond must not be negative");
        }
        if ((options.getProxyHost() == null) != (options.getProxyPort() == null)) {
            throw new IllegalArgumentException("The options proxyHost and proxyPort go together");
        }
    }

    /** Fails when the options of a call do not fit its entry in the table. */
    static void checkCall(Operation operation, PilotStatusConfiguration connection, PilotStatusCallConfiguration call) {
        ApiKeys keys = new ApiKeys(connection.getApiKey(), connection.getApiKeyId(), connection.getAccountKey());
        if (operation.keyScope() != KeyScope.NONE) {
            requireKey(keys);
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
        requirePositive("maxItems", call.getMaxItems());
        if (call.getId() != null && operation.subject().isEmpty()) {
            throw new IllegalArgumentException(
                    "The operation '" + operation.operationName() + "' does not take the option id");
        }
        for (String name : call.getParams().keySet()) {
            if (operation.parameter(name).isEmpty() && !operation.takesMore()) {
                throw new IllegalArgumentException("The operation '" + operation.operationName()
                        + "' has no parameter '" + name + "'; it has: " + parameters(operation));
            }
        }
    }

    /** Fails when a webhook is to be registered and options do not say which, or where. */
    static void checkReceive(PilotStatusConfiguration options, PilotStatusReceiveConfiguration receive) {
        if (!receive.isAutoRegister()) {
            return;
        }
        if (receive.getPublicUrl() == null) {
            throw new IllegalArgumentException(
                    "The option autoRegister needs publicUrl, the address that leads to path");
        }
        requireSafeAddress("publicUrl", receive.getPublicUrl());
        if (options.getEvents() == null
                || EventFilter.of(options.getEvents()).subscription().isEmpty()) {
            throw new IllegalArgumentException("The option autoRegister needs events, the names of those to be sent");
        }
        ApiKeys keys = new ApiKeys(options.getApiKey(), options.getApiKeyId(), options.getAccountKey());
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

    private static void requireKey(ApiKeys keys) {
        if (keys.none()) {
            throw new IllegalArgumentException(
                    "No key: set the option apiKey, apiKeyId or accountKey, on the component or the endpoint");
        }
    }

    /** Fails when options of a send cannot be used. */
    static void checkSend(PilotStatusSendConfiguration send) {
        requirePositive("maxMediaSize", send.getMaxMediaSize());
        try {
            if (send.getTimeZone() != null) {
                ZoneId.of(send.getTimeZone());
            }
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("The option timeZone must be a zone such as America/Sao_Paulo", e);
        }
    }

    private static String parameters(Operation operation) {
        return operation.parameters().isEmpty()
                ? "none"
                : operation.parameters().stream().map(Parameter::name).collect(Collectors.joining(", "));
    }

    static void requireNoExpression(String option, String value) {
        if (value != null && ValueExpression.isExpression(value)) {
            throw new IllegalArgumentException("The option " + option + " takes no expression");
        }
    }

    /** The key travels with every call, and events say who wrote what, so neither may travel in the clear. */
    private static void requireSafeAddress(String option, String address) {
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
        if (http && !LOOPBACK.matcher(uri.getHost()).matches()) {
            throw new IllegalArgumentException("The option " + option + " must be https, except for a loopback host");
        }
        if (uri.getRawQuery() != null || uri.getRawFragment() != null || uri.getRawUserInfo() != null) {
            throw new IllegalArgumentException("The option " + option + " must end with its path");
        }
    }

    private static void requirePositive(String option, long value) {
        if (value <= 0) {
            throw new IllegalArgumentException("The option " + option + " must be positive");
        }
    }
}
