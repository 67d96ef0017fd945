/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.api;

import br.com.pilotstatus.camel.error.ErrorCode;
import br.com.pilotstatus.camel.error.PilotStatusValidationException;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The keys an endpoint has. A number-scoped key acts for its own number only, and the API ignores the number named
 * beside it; so naming a number takes the account's key, or is refused here instead of sending from the wrong one.
 *
 * @param apiKey     number-scoped key, or null
 * @param apiKeyId   id of that key in its place, or null
 * @param accountKey tenant-scoped key, or null
 */
public record ApiKeys(String apiKey, String apiKeyId, String accountKey) {

    private static final Pattern NUMBER_ID = Pattern.compile("[A-Za-z0-9_-]{1,128}");

    static final String KEY_HEADER = "x-api-key";
    static final String KEY_ID_HEADER = "x-api-key-id";
    static final String NUMBER_HEADER = "x-whatsapp-number-id";

    /** Whether there is no key at all. */
    public boolean none() {
        return apiKey == null && apiKeyId == null && accountKey == null;
    }

    Map<String, String> headers(Operation operation, String numberId) {
        if (operation.keyScope() == KeyScope.NONE) {
            return Map.of();
        }
        if (numberId != null) {
            return Map.of(KEY_HEADER, accountKeyFor(numberId), NUMBER_HEADER, numberId);
        }
        boolean account = accountKey != null && (operation.keyScope() == KeyScope.TENANT || !hasNumberKey());
        if (account) {
            return Map.of(KEY_HEADER, accountKey);
        }
        return apiKey != null ? Map.of(KEY_HEADER, apiKey) : Map.of(KEY_ID_HEADER, apiKeyId);
    }

    /** Whether there is a key that acts for its own number. */
    public boolean hasNumberKey() {
        return apiKey != null || apiKeyId != null;
    }

    private String accountKeyFor(String numberId) {
        if (!NUMBER_ID.matcher(numberId).matches()) {
            throw new PilotStatusValidationException(
                    ErrorCode.WHATSAPP_NUMBER_ID_INVALID,
                    "whatsappNumberId",
                    "must be an id of letters, digits, '-' and '_'");
        }
        if (accountKey == null) {
            throw new PilotStatusValidationException(
                    ErrorCode.KEY_MISSING,
                    "whatsappNumberId",
                    "needs accountKey: the key of a number acts for that number only, whatever number is named");
        }
        return accountKey;
    }

    @Override
    public String toString() {
        return "ApiKeys[xxxxxx]";
    }
}
