/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.journal;

import br.com.pilotstatus.camel.api.ApiRequest;
import br.com.pilotstatus.camel.error.ErrorCode;
import br.com.pilotstatus.camel.error.PilotStatusValidationException;
import br.com.pilotstatus.camel.model.Json;
import br.com.pilotstatus.camel.util.Sha256;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.text.Normalizer;

/**
 * Names a send in the journal. An idempotency key counts within the number that sends and the destination, which stand in
 * the name as fingerprints only.
 */
public final class JournalKey {

    /** What the names of all sends begin with; the same store may hold other things. */
    public static final String PREFIX = "send|";

    private static final String SEPARATOR = "|";
    private static final int MAX_LENGTH = 200;
    private static final int SHORT = 16;
    private static final int SCOPE_LENGTH = sender("").length() + SHORT + SEPARATOR.length();

    private final String scope;
    private final String name;
    private final JournalContent content;

    private JournalKey(String scope, String name, JournalContent content) {
        this.scope = scope;
        this.name = name;
        this.content = content;
    }

    /**
     * The name of a request.
     *
     * @param request        a request that sends a message
     * @param idempotencyKey the route's own name of it: 1 to 200 characters, blanks, accents and capitals included, each of
     *     which counts
     * @throws PilotStatusValidationException when the key is of another form
     */
    public static JournalKey of(ApiRequest request, String idempotencyKey) {
        String name = checked(idempotencyKey);
        try {
            ObjectNode message = (ObjectNode) Json.read(request.body());
            StringBuilder destination = new StringBuilder();
            Fingerprint.DESTINATIONS.forEach(
                    field -> destination.append(message.path(field).asText()));
            String scope = sender(request.sender()) + hash(destination.toString()) + SEPARATOR;
            return new JournalKey(scope, name, JournalContent.of(message, request.numberId()));
        } catch (JacksonException e) {
            throw new IllegalStateException("The request's own body is no JSON", e);
        }
    }

    /** The beginning of the names of all sends of a number, as {@link ApiRequest#sender} names it. */
    static String sender(String sender) {
        return PREFIX + hash(sender) + SEPARATOR;
    }

    /** Whether a send of that name is one of a number, as {@link ApiRequest#sender} names it. */
    public static boolean isOf(String value, String sender) {
        return value.startsWith(sender(sender));
    }

    /** Reads the name of a send, without its content. */
    static JournalKey parse(String value) {
        int end = Math.min(SCOPE_LENGTH, value.length());
        return new JournalKey(value.substring(0, end), value.substring(end), null);
    }

    /** The whole name, by which the journal knows the send. */
    String value() {
        return scope + name;
    }

    /** What the names of all sends of this number to this destination begin with. */
    String scope() {
        return scope;
    }

    /** The route's own name of the send. */
    String name() {
        return name;
    }

    /** What else the journal keeps of it; null when only its name was read. */
    JournalContent content() {
        return content;
    }

    private static String checked(String idempotencyKey) {
        // One text has several forms in Unicode; which of them a system uses is no difference.
        String key = Normalizer.normalize(idempotencyKey, Normalizer.Form.NFC);
        boolean valid = !key.isBlank()
                && key.length() <= MAX_LENGTH
                && key.codePoints()
                        .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE);
        if (!valid) {
            throw new PilotStatusValidationException(
                    ErrorCode.IDEMPOTENCY_KEY_INVALID,
                    "idempotencyKey",
                    "must be 1 to " + MAX_LENGTH + " characters, not blank and without control characters");
        }
        return key;
    }

    private static String hash(String text) {
        return Sha256.hex(text).substring(0, SHORT);
    }
}
