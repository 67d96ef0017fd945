/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel;

/** What to do with a call that was sent and may have happened. */
public enum OnUnknown {
    /** Fail, and let the route or a person decide. */
    FAIL,
    /** Try again, at the price of doing it twice. */
    RETRY
}
