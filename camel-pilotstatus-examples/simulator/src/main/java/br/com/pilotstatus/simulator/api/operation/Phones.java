/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.api.operation;

import br.com.pilotstatus.simulator.http.ApiException;
import br.com.pilotstatus.simulator.state.Destination;
import br.com.pilotstatus.simulator.state.Destination.Kind;

/** Phones as callers write them. */
public final class Phones {

    private Phones() {}

    /**
     * The phone in the form of the webhooks.
     *
     * @param field the field it was given in, for the text of a refusal
     */
    public static Destination read(String field, String text) {
        Destination phone = Destination.phone(text);
        if (phone.kind() != Kind.PHONE) {
            throw ApiException.invalid(field + " must be a phone of 8 to 15 digits");
        }
        return phone;
    }
}
