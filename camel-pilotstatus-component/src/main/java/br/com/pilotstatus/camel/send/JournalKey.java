/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.send;

import br.com.pilotstatus.camel.client.ApiRequest;
import br.com.pilotstatus.camel.client.ErrorCode;
import br.com.pilotstatus.camel.client.PilotStatusValidationException;
import br.com.pilotstatus.camel.model.Json;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.List;

/**
 * Names a send in the journal. An idempotency key counts within the number that sends and the destination, which stand in
 * the name as fingerprints only.
 *
 * @param value   the name
 * @param content fingerprint of the message without its times, which a route may compute anew at each try
 */
public record JournalKey(String value, String content) {

    /** What the names of all sends begin with; the same store may hold other things. */
    public static final String PREFIX = "send|";

    private static final int MAX_LENGTH = 200;
    private static final List<String> DESTINATION = List.of("destinationNumber", "groupId", "newsletterId");
    private static final List<String> TIMES = List.of("deliverAt", "deliverUntil");
    private static final int SHORT = 16;
    /** The order of fields makes no other message. */
    private static final ObjectWriter CANONICAL = Json.mapper().writer().with(JsonNodeFeature.WRITE_PROPERTIES_SORTED);

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
            DESTINATION.forEach(field -> destination.append(message.path(field).asText()));
            String full = PREFIX + hash(request.sender()).substring(0, SHORT) + "|"
                    + hash(destination.toString()).substring(0, SHORT) + "|" + name;
            return new JournalKey(full, hash(CANONICAL.writeValueAsString(message.remove(TIMES))));
        } catch (JacksonException e) {
            throw new IllegalStateException("The request's own body is no JSON", e);
        }
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
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
