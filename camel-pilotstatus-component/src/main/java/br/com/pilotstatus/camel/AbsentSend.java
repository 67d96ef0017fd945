/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel;

/** What becomes of an undecided send that the message history does not show. */
public enum AbsentSend {
    /** It stays undecided, until a person decides it. */
    LEAVE,
    /** It counts as refused, so that the next send of its key goes out. */
    REFUSED
}
