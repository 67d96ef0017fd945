/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.event;

/** A body that is no event. The message names the rule that it breaks and quotes nothing of it. */
public final class MalformedEventException extends Exception {

    private static final long serialVersionUID = 1L;

    MalformedEventException(String rule) {
        super(rule);
    }
}
