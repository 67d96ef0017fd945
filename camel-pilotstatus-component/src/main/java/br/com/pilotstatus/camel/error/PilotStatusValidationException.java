/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.error;

/**
 * What the route asks for breaks a rule, found before anything was sent. Names the field and the rule, never the value.
 */
public class PilotStatusValidationException extends PilotStatusException {

    private static final long serialVersionUID = 1L;

    private final String field;

    /** A refusal without a cause. */
    public PilotStatusValidationException(ErrorCode code, String field, String rule) {
        this(code, field, rule, null);
    }

    /**
     * A refusal of something that the route asks for.
     *
     * @param code  what kind of refusal it is
     * @param field the field, option or header that breaks the rule
     * @param rule  the rest of a sentence that begins with the field; must not quote the value
     * @param cause what found it out; null when nothing did, or when its text may quote the value
     */
    public PilotStatusValidationException(ErrorCode code, String field, String rule, Throwable cause) {
        super("'" + field + "' " + rule, Failure.beforeSending(code, false), cause);
        this.field = field;
    }

    /** The field, option or header that breaks the rule. */
    public String getField() {
        return field;
    }
}
