/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.api;

/**
 * How strictly a request is checked before it is sent.
 *
 * @param validate whether the rules of a call are checked: ranges, choices, what goes together, templates
 * @param maxSize  bytes that the JSON of a request may have, whether rules are checked or not
 */
public record RequestLimits(boolean validate, int maxSize) {

    /** Bytes that a request may have unless an option says otherwise. */
    public static final int DEFAULT_MAX_SIZE = 8 * 1024 * 1024;

    /** All rules, and the usual size. */
    public static final RequestLimits STRICT = new RequestLimits(true, DEFAULT_MAX_SIZE);
}
