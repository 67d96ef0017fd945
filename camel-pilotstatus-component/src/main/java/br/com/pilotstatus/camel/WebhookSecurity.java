/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel;

import br.com.pilotstatus.camel.event.DeliveryVerifier;
import br.com.pilotstatus.camel.event.HmacVerifier;
import br.com.pilotstatus.camel.event.TokenVerifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * How the options say that deliveries are verified. Without a token or a secret there is no answer but an error, unless
 * the options give it up in so many words.
 *
 * @param ways     what a delivery must carry, or that it need not carry anything
 * @param verifier what decides on each delivery
 * @param warnings what the operator should know about it, one sentence each
 */
record WebhookSecurity(Set<WebhookVerification> ways, DeliveryVerifier verifier, List<String> warnings) {

    private static final int ADVISED_LENGTH = 16;

    static WebhookSecurity of(PilotStatusConfiguration options) {
        List<String> tokens = values(options.getToken());
        List<String> secrets = values(options.getSecret());
        if (options.getVerify() == WebhookVerification.NONE) {
            return new WebhookSecurity(
                    EnumSet.of(WebhookVerification.NONE),
                    delivery -> true,
                    List.of("verify=none: whoever reaches the path can feed events to the route"));
        }
        boolean byToken = wanted(options, WebhookVerification.TOKEN, tokens);
        boolean byHmac = wanted(options, WebhookVerification.HMAC, secrets);
        requireSet("token", byToken, tokens);
        requireSet("secret", byHmac, secrets);
        if (!byToken && !byHmac) {
            throw new IllegalArgumentException("Receiving events needs the option token or the option secret, so that"
                    + " nobody else can feed events to the route; to accept events from anybody, write verify=none");
        }
        Set<WebhookVerification> ways = EnumSet.noneOf(WebhookVerification.class);
        List<String> warnings = new ArrayList<>();
        DeliveryVerifier verifier = null;
        if (byToken) {
            ways.add(WebhookVerification.TOKEN);
            verifier = new TokenVerifier(tokens);
            warnIfShort("token", tokens, warnings);
        }
        if (byHmac) {
            ways.add(WebhookVerification.HMAC);
            DeliveryVerifier hmac = new HmacVerifier(secrets, values(options.getSignatureHeader()));
            verifier = verifier == null ? hmac : verifier.and(hmac);
            warnIfShort("secret", secrets, warnings);
        }
        return new WebhookSecurity(ways, verifier, warnings);
    }

    private static boolean wanted(PilotStatusConfiguration options, WebhookVerification way, List<String> values) {
        return options.getVerify() == null ? !values.isEmpty() : options.getVerify() == way;
    }

    private static void requireSet(String option, boolean wanted, List<String> values) {
        if (wanted && values.isEmpty()) {
            throw new IllegalArgumentException("The way of verification needs the option " + option);
        }
    }

    private static void warnIfShort(String option, List<String> values, List<String> warnings) {
        if (values.stream().anyMatch(value -> value.length() < ADVISED_LENGTH)) {
            warnings.add("The option " + option + " holds a value of fewer than " + ADVISED_LENGTH
                    + " characters, which can be guessed");
        }
    }

    private static List<String> values(String option) {
        return option == null
                ? List.of()
                : Arrays.stream(option.split(",", -1))
                        .map(String::strip)
                        .filter(value -> !value.isEmpty())
                        .toList();
    }
}
