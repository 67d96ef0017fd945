/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.contract;

/** Which keys an operation takes, {@code x-key-scope} in the document. */
public enum RequiredKey {
    /** A number's key, or the tenant key together with a number. */
    NUMBER,
    /** The tenant key only. */
    TENANT,
    /** Either. */
    ANY,
    /** No key at all. */
    NONE
}
