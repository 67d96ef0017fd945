/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.error;

/** What is known of a call once it ended. */
public enum Outcome {
    /** The service took it. */
    ACCEPTED,
    /** Nothing happened there: refused, or never sent. */
    REFUSED,
    /** It was sent and may have happened; only the service knows. */
    UNKNOWN
}
