/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel;

/** Where the answer of a call goes. */
public enum ResultIn {
    /** Into the body for calls that ask for data; <code>send</code> leaves the body and sets headers. */
    AUTO,
    /** Into the body. */
    BODY,
    /** Into headers only; the body stays as it was. */
    HEADERS
}
