/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.options;

import br.com.pilotstatus.camel.value.ValueExpression;
import java.util.Set;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.util.URISupport;

/**
 * Masks what an endpoint URI may say of a person or a message, and keys. Camel prints endpoint URIs in many places and
 * masks some keys only. Shows the value of no option but those that are known to be harmless; expressions stay, since they
 * name where a value comes from and not the value. What was masked is no value any more: {@link #requireUnmasked}.
 */
public final class PersonalData {

    /** The one that Camel writes. */
    private static final String MASK = "xxxxxx";

    private static final String HASH = "&hash=";

    private static final Pattern OPTION = Pattern.compile(
            "([?&])([^=&]+)=(RAW\\(.*?\\)(?=&|$)|RAW\\{.*?}(?=&|$)|RAW%7B.*?%7D(?=&|$)|[^&]*)", Pattern.DOTALL);
    /** Camel decodes an address twice, and what comes after a separator that it finds then is a further option. */
    private static final Pattern SEPARATOR = Pattern.compile("&|%(?:25)*26");

    private static final Set<String> PERSONAL = Set.of(
            "to",
            "groupId",
            "newsletterId",
            "text",
            "media",
            "fileName",
            "caption",
            "buttons",
            "header",
            "footer",
            "labels");
    /** Of texts, unless they are beans. */
    private static final Set<String> MAPS = Set.of("variables", "params");

    private static final Set<String> SECRET = Set.of(
            "apiKey", "apiKeyId", "accountKey", "token", "verifyToken", "secret", "proxyUsername", "proxyPassword");

    private PersonalData() {}

    /**
     * The address that an endpoint shows: masked, and its own all the same. A random <code>hash</code>, the parameter that
     * Camel keeps for telling endpoints apart, stands for what was masked. So no other endpoint is ever found under it,
     * of this process or of another one.
     */
    public static String shownAddress(String uri) {
        String masked = mask(uri);
        return masked.equals(uri) ? uri : masked + HASH + UUID.randomUUID();
    }

    /** Whether it may be an address that an endpoint shows in place of its own. */
    public static boolean isShownAddress(String uri) {
        return uri.contains(MASK) && uri.contains(HASH.substring(1));
    }

    static String mask(String uri) {
        return URISupport.sanitizeUri(OPTION.matcher(uri).replaceAll(PersonalData::maskOption));
    }

    private static String maskOption(MatchResult option) {
        String name = option.group(2);
        String value = option.group(3);
        return Matcher.quoteReplacement(option.group(1) + name + "=" + (isShown(name, value) ? value : MASK));
    }

    private static boolean isShown(String spelling, String value) {
        // A name that is percent-encoded is none here, though Camel may find one in it.
        String name = OptionFamily.named(spelling).orElse(null);
        if (name == null || isSecret(name) || SEPARATOR.matcher(value).find()) {
            return false;
        }
        if (MAPS.contains(name)) {
            return value.startsWith("#");
        }
        boolean personal = PERSONAL.contains(name) || name.startsWith("variables.") || name.startsWith("param.");
        return !personal || ValueExpression.isExpression(value);
    }

    /** Whether the option holds a key, or anything else that opens a door. */
    public static boolean isSecret(String option) {
        return SECRET.contains(option);
    }

    /**
     * Fails when an option has the value that masking leaves: the address was read where Camel prints it or keeps it on
     * the exchange, and would send the mask to a customer, or anything to whom the mask is taken for a number.
     */
    static void requireUnmasked(String option, Object value) {
        if (value != null && MASK.equals(value.toString().strip())) {
            throw new IllegalArgumentException(
                    "The option " + option + " is a mask and no value: this address is one that"
                            + " Camel printed or left on the exchange, such as in CamelToEndpoint or CamelFailureEndpoint, of an"
                            + " endpoint that this context does not have, and does not hold what was masked. Write the address"
                            + " out, or send again by a route of its own");
        }
    }
}
