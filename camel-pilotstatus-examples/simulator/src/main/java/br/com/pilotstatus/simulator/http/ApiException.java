/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A refusal in the API's error form: HTTP status, stable code, text, and details for some codes. */
public final class ApiException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final transient ObjectNode details;

    public ApiException(int status, String code, String text) {
        this(status, code, text, null);
    }

    public ApiException(int status, String code, String text, ObjectNode details) {
        // A refusal is an ordinary answer; no one reads its stack.
        super(text, null, false, false);
        this.status = status;
        this.code = code;
        this.details = details;
    }

    /** The refusal of a request that breaks the contract. */
    public static ApiException invalid(String text) {
        return new ApiException(400, "VALIDATION_ERROR", "Validation error: " + text);
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    /** The answer that carries the refusal. */
    public ApiAnswer answer() {
        ObjectNode body = error(getMessage(), code);
        if (details != null) {
            body.set("details", details);
        }
        return new ApiAnswer(status, body);
    }

    /** The API's error body. */
    public static ObjectNode error(String text, String code) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("error", text);
        return code == null ? body : body.put("code", code);
    }
}
