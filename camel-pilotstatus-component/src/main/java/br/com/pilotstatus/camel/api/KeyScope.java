/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.api;

/** Which key a call needs. */
public enum KeyScope {
    /** The key of the number, or the account's key with the number named. */
    NUMBER,
    /** The account's key. */
    TENANT,
    /** Either. */
    ANY,
    /** None: the call proves itself by what is in its path. */
    NONE
}
