/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.api.operation;

import br.com.pilotstatus.simulator.http.ApiException;

/** Refusals that several rooms of the API give, in the same words. */
public final class Refusals {

    private Refusals() {}

    public static ApiException noSuchNumber() {
        return new ApiException(404, "NUMBER_NOT_FOUND", "The account has no such number");
    }

    public static ApiException noSuchTemplate() {
        return new ApiException(404, "TEMPLATE_NOT_FOUND", "There is no such template");
    }

    public static ApiException noGroupsOnMeta() {
        return new ApiException(400, "META_GROUPS_NOT_ELIGIBLE", "The Meta number is not eligible for groups");
    }

    public static ApiException notForMeta(String text) {
        return new ApiException(400, "NOT_SUPPORTED_FOR_META", text);
    }
}
