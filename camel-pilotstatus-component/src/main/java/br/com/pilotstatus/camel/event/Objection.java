/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.event;

/** Why a delivery is not believed. */
public enum Objection {
    NO_TOKEN("it carries no token, neither as query parameter token nor as header X-Webhook-Token"),
    WRONG_TOKEN(
            "its token is none of those of the option token; one that holds other characters than letters, digits,"
                    + " dashes and dots must be encoded in the address that was registered, and written as RAW(...) in the route"),
    NO_SIGNATURE("it carries none of the headers of the option signatureHeader"),
    UNREADABLE_SIGNATURE("its signature is no HMAC-SHA256 in hex or Base64"),
    WRONG_SIGNATURE("its signature fits none of the values of the option secret"),
    VERIFIER("the bean of the option verifier does not believe it");

    private final String text;

    Objection(String text) {
        this.text = text;
    }

    /** Half a sentence about a delivery. */
    public String text() {
        return text;
    }
}
