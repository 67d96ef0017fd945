/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.spring;

/** A property cannot set its option. Says which, why, and what to do; quotes no value, which may be a key. */
final class PropertyFailure extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String action;

    PropertyFailure(String description, String action) {
        super(description);
        this.action = action;
    }

    String action() {
        return action;
    }
}
