/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel;

/** How a webhook delivery proves where it comes from. */
public enum WebhookVerification {
    /** A shared token, in the query or in a header. */
    TOKEN,
    /** An HMAC-SHA256 over the raw body, in a header. */
    HMAC,
    /** Whatever the bean of the option <code>verifier</code> demands. */
    BEAN,
    /** Nothing is checked; anybody who reaches the path can feed the route. */
    NONE
}
