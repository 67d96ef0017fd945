/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.examples.main.demo;

/** Something that had to happen did not. The message says what, and what is there in its place. */
final class DidNotHappenException extends Exception {

    private static final long serialVersionUID = 1L;

    DidNotHappenException(String message) {
        super(message);
    }
}
