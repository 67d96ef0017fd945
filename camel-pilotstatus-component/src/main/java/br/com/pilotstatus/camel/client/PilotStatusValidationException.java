/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.client;

/**
 * What the route asks for breaks a rule, found before anything was sent. Names the field and the rule, never the value.
 */
public class PilotStatusValidationException extends PilotStatusException {

    private static final long serialVersionUID = 1L;

    private final String field;

    public PilotStatusValidationException(String field, String rule) {
        this(field, rule, null);
    }

    public PilotStatusValidationException(String field, String rule, Throwable cause) {
        super("'" + field + "' " + rule, Failure.beforeSending(false), cause);
        this.field = field;
    }

    /** The field, option or header that breaks the rule. */
    public String getField() {
        return field;
    }
}
