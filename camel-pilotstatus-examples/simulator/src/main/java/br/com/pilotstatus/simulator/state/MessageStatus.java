/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.state;

/** Status of a message, as the API names it. */
public enum MessageStatus {
    QUEUED,
    SENT,
    DELIVERED,
    READ,
    FAILED,
    CANCELED;

    /** True once nothing more can happen to the message. */
    public boolean isFinal() {
        return this == READ || this == FAILED || this == CANCELED;
    }
}
