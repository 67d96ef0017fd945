/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.receive;

import br.com.pilotstatus.camel.PilotStatusConfiguration;
import br.com.pilotstatus.camel.WebhookVerification;
import br.com.pilotstatus.camel.event.DeliveryVerifier;
import br.com.pilotstatus.camel.event.HmacVerifier;
import br.com.pilotstatus.camel.event.TokenVerifier;
import br.com.pilotstatus.camel.model.CommaText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * How the options say that deliveries are verified. Without a token or a secret there is no answer but an error, unless
 * the options give it up in so many words.
 *
 * @param ways     what a delivery must carry, or that it need not carry anything
 * @param verifier what decides on each delivery
 * @param warnings what the operator should know about it, one sentence each
 */
public record WebhookSecurity(Set<WebhookVerification> ways, DeliveryVerifier verifier, List<String> warnings) {

    private static final int ADVISED_LENGTH = 16;

    /** The options by which each way is set up, the one it cannot do without first. */
    private static final Map<WebhookVerification, List<String>> OPTIONS = Map.of(
            WebhookVerification.TOKEN, List.of("token"),
            WebhookVerification.HMAC, List.of("secret", "signatureHeader"),
            WebhookVerification.BEAN, List.of("verifier"),
            WebhookVerification.NONE, List.of());

    /** @param bean the verifier that the application brings; null when it brings none */
    static WebhookSecurity of(PilotStatusConfiguration options, DeliveryVerifier bean) {
        if (options.getVerify() == WebhookVerification.NONE) {
            return new WebhookSecurity(
                    EnumSet.of(WebhookVerification.NONE),
                    delivery -> true,
                    List.of("verify=none: whoever reaches the path can feed events to the route"));
        }
        requireNamed(options, bean);
        List<String> tokens = CommaText.names(options.getToken());
        List<String> secrets = CommaText.names(options.getSecret());
        Map<WebhookVerification, DeliveryVerifier> verifiers = new EnumMap<>(WebhookVerification.class);
        List<String> warnings = new ArrayList<>();
        if (isWanted(WebhookVerification.TOKEN, options, !tokens.isEmpty())) {
            verifiers.put(WebhookVerification.TOKEN, new TokenVerifier(tokens));
            warnOf("token", tokens, warnings);
        }
        if (isWanted(WebhookVerification.HMAC, options, !secrets.isEmpty())) {
            verifiers.put(
                    WebhookVerification.HMAC, new HmacVerifier(secrets, CommaText.names(options.getSignatureHeader())));
            warnOf("secret", secrets, warnings);
        }
        if (isWanted(WebhookVerification.BEAN, options, bean != null)) {
            verifiers.put(WebhookVerification.BEAN, bean);
        }
        DeliveryVerifier all = verifiers.values().stream()
                .reduce(DeliveryVerifier::and)
                .orElseThrow(() -> new IllegalArgumentException("Receiving events needs the option token, secret or"
                        + " verifier, so that nobody else can feed events to the route; to accept events from anybody,"
                        + " write verify=none"));
        return new WebhookSecurity(verifiers.keySet(), all, warnings);
    }

    /** Whether deliveries are asked for the token. */
    public static boolean asksForToken(PilotStatusConfiguration options) {
        return isWanted(WebhookVerification.TOKEN, options, options.getToken() != null);
    }

    /**
     * What only those know who are believed, as far as it is known here: the tokens, or else the secrets; the one to be
     * registered first.
     */
    List<String> credentials(PilotStatusConfiguration options) {
        if (ways.contains(WebhookVerification.TOKEN)) {
            return CommaText.names(options.getToken());
        }
        return ways.contains(WebhookVerification.HMAC) ? CommaText.names(options.getSecret()) : List.of();
    }

    private static boolean isWanted(WebhookVerification way, PilotStatusConfiguration options, boolean isSet) {
        return options.getVerify() == null ? isSet : options.getVerify() == way;
    }

    /**
     * Fails when the one way that the options name is not set up, or when the endpoint sets up another one beside it, which
     * nobody would ask a delivery for. What the component has for its other endpoints may stand beside it.
     *
     * @param own names of the options that the endpoint has itself
     */
    public static void requireEffect(PilotStatusConfiguration options, DeliveryVerifier bean, Collection<String> own) {
        WebhookVerification named = options.getVerify();
        if (named == null) {
            return;
        }
        requireNamed(options, bean);
        for (WebhookVerification other : OPTIONS.keySet()) {
            for (String option : OPTIONS.get(other)) {
                if (other != named && own.contains(option)) {
                    throw new IllegalArgumentException("The option " + option + " has no effect with verify="
                            + named.name().toLowerCase(Locale.ROOT));
                }
            }
        }
    }

    private static void requireNamed(PilotStatusConfiguration options, DeliveryVerifier bean) {
        WebhookVerification named = options.getVerify();
        boolean missing = (named == WebhookVerification.TOKEN
                        && CommaText.names(options.getToken()).isEmpty())
                || (named == WebhookVerification.HMAC
                        && CommaText.names(options.getSecret()).isEmpty())
                || (named == WebhookVerification.BEAN && bean == null);
        if (missing) {
            throw new IllegalArgumentException("The way of verification needs the option "
                    + OPTIONS.get(named).get(0));
        }
    }

    private static void warnOf(String option, List<String> values, List<String> warnings) {
        if (values.stream().anyMatch(value -> value.chars().anyMatch(Character::isWhitespace))) {
            warnings.add("The option " + option + " holds a blank, which a plus sign becomes in the address of a route:"
                    + " write the value as RAW(...), or set it on the component");
        }
        if (values.stream().anyMatch(value -> value.length() < ADVISED_LENGTH)) {
            warnings.add("The option " + option + " holds a value of fewer than " + ADVISED_LENGTH
                    + " characters, which can be guessed");
        }
    }
}
