/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.api;

import br.com.pilotstatus.camel.error.ErrorCode;
import br.com.pilotstatus.camel.error.PilotStatusValidationException;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The path of a call that the table does not have. It stays below the base URL: what the key must not be sent to cannot be
 * written here, and nothing that proxies read in different ways gets through.
 */
public final class RequestPath {

    private static final String FIELD = "requestPath";
    private static final Pattern ALLOWED = Pattern.compile("(/([A-Za-z0-9._~@:+,=-]+|\\{[A-Za-z][A-Za-z0-9_]*}))+");
    private static final Set<String> DOTS = Set.of(".", "..");

    private RequestPath() {}

    /**
     * Checks a path with the names of its values in braces.
     *
     * @throws PilotStatusValidationException when it is none, or leads elsewhere
     */
    public static void check(String path) {
        if (path == null) {
            throw new PilotStatusValidationException(ErrorCode.REQUEST_PATH_INVALID, FIELD, "is missing");
        }
        boolean leads = false;
        for (String segment : path.split("/", -1)) {
            leads |= DOTS.contains(segment);
        }
        if (leads || !ALLOWED.matcher(path).matches()) {
            throw new PilotStatusValidationException(
                    ErrorCode.REQUEST_PATH_INVALID,
                    FIELD,
                    "must be a path below baseUrl such as /contacts/{id}, without host, query, empty segments, '..' and"
                            + " percent signs; values go into param.<name>");
        }
    }

    static void requireFilled(String path) {
        if (path.contains("{")) {
            throw new PilotStatusValidationException(
                    ErrorCode.REQUEST_PATH_INVALID,
                    FIELD,
                    "has a name in braces without a value: give it as param.<name>");
        }
    }
}
