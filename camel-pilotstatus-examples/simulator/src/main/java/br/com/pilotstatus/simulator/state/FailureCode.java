/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.state;

/** Why a message failed: the failure codes of the API, each with a text of the simulator's own. */
public enum FailureCode {
    DELIVERED_NOT_CONFIRMED("Delivery was not confirmed before the deadline"),
    TEMPLATE_VERSION_NOT_FOUND("The template has no usable version"),
    INVALID_DESTINATION("Destination could not be normalized"),
    PILOT_SELF_NUMBER("The destination is the sending number itself"),
    NEVER_ATTEMPTED_MAX_AGE_EXCEEDED("The message was queued for seven days without an attempt"),
    EXPIRED_AFTER_ATTEMPTS("The deadline passed before the message could be sent"),
    MESSAGE_EXPIRED("The message expired"),
    DELIVERY_TIMEOUT("WhatsApp did not answer in time"),
    NUMBER_NOT_FOUND_REMOVED("The sending number was removed"),
    LINKED_WHATSAPP_INSTANCE_NOT_FOUND("The sending number is not connected"),
    WHATSAPP_NOT_EXIST("The destination is not on WhatsApp"),
    META_TEMPLATE_NOT_APPROVED("Meta has not approved the template"),
    META_OUTSIDE_24H_WINDOW("24h conversation window closed"),
    META_NO_CONVERSATION("There is no conversation with the destination");

    private final String text;

    FailureCode(String text) {
        this.text = text;
    }

    /** The human-readable part, {@code errorMessage} in the API. */
    public String text() {
        return text;
    }
}
