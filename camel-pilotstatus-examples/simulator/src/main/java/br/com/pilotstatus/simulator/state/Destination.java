/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.state;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a message goes. Phones are kept with {@code +}, whatever way they were written.
 *
 * @param kind what the value is
 * @param value E.164 phone, BSUID, group id or newsletter id; as received when it is none of them
 */
public record Destination(Kind kind, String value) {

    private static final Pattern PHONE = Pattern.compile("\\+?[1-9][0-9]{7,14}");
    private static final Pattern BSUID = Pattern.compile("[A-Z]{2}\\.[0-9]{5,30}");

    /** What a destination can be. INVALID is accepted by the API and fails afterwards. */
    public enum Kind {
        PHONE,
        BSUID,
        GROUP,
        NEWSLETTER,
        INVALID
    }

    /** The destination of a send request, if it names one. */
    public static Optional<Destination> of(JsonNode request) {
        if (request == null || !request.isObject()) {
            return Optional.empty();
        }
        if (request.path("destinationNumber").isTextual()) {
            return Optional.of(phone(request.get("destinationNumber").textValue()));
        }
        if (request.path("groupId").isTextual()) {
            return Optional.of(
                    new Destination(Kind.GROUP, request.get("groupId").textValue()));
        }
        if (request.path("newsletterId").isTextual()) {
            return Optional.of(
                    new Destination(Kind.NEWSLETTER, request.get("newsletterId").textValue()));
        }
        return Optional.empty();
    }

    /** A phone in either spelling, or a BSUID. */
    public static Destination phone(String text) {
        if (PHONE.matcher(text).matches()) {
            return new Destination(Kind.PHONE, text.startsWith("+") ? text : '+' + text);
        }
        return new Destination(BSUID.matcher(text).matches() ? Kind.BSUID : Kind.INVALID, text);
    }

    /** True when the text names this destination; phones match with and without {@code +}. */
    public boolean is(String text) {
        return value.equals(text) || (kind == Kind.PHONE && value.equals('+' + text));
    }

    /** The value with all but its last two characters hidden. */
    public String masked() {
        return mask(value);
    }

    static String mask(String value) {
        return "***" + value.substring(Math.max(0, value.length() - 2));
    }

    @Override
    public String toString() {
        return kind + " " + masked();
    }
}
