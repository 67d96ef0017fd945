/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.api;

import br.com.pilotstatus.simulator.api.operation.Refusals;
import br.com.pilotstatus.simulator.contract.OperationSpec;
import br.com.pilotstatus.simulator.contract.RequiredKey;
import br.com.pilotstatus.simulator.http.ApiException;
import br.com.pilotstatus.simulator.state.Account;
import br.com.pilotstatus.simulator.state.ApiKey;
import br.com.pilotstatus.simulator.state.SimulatedNumber;
import io.vertx.core.MultiMap;
import java.util.Optional;

/** Finds out who calls and which number the call is about, and refuses keys of the wrong scope. */
final class Authenticator {

    private final Account account;

    Authenticator(Account account) {
        this.account = account;
    }

    /** The caller's key; {@code x-api-key} wins over {@code x-api-key-id} when both are given. */
    ApiKey key(MultiMap headers) {
        String value = headers.get("x-api-key");
        String id = headers.get("x-api-key-id");
        Optional<ApiKey> key = value != null
                ? account.keyWithValue(value)
                : Optional.ofNullable(id).flatMap(account::keyWithId);
        return key.orElseThrow(() -> new ApiException(401, "UNAUTHORIZED", "API key missing or invalid"));
    }

    /** The number the call is about: the key's own, or for the tenant key the one the header names. */
    Optional<SimulatedNumber> number(ApiKey key, OperationSpec operation, MultiMap headers) {
        if (!key.isTenantScoped()) {
            if (operation.scope() == RequiredKey.TENANT) {
                throw new ApiException(403, "NUMBER_SCOPE_NOT_ALLOWED", "Use the tenant-scoped key");
            }
            return account.number(key.numberId());
        }
        String named = headers.get("x-whatsapp-number-id");
        if (named == null && operation.scope() == RequiredKey.NUMBER) {
            throw new ApiException(
                    403,
                    "TENANT_SCOPE_NOT_ALLOWED",
                    "Use a number-scoped key or name a number in x-whatsapp-number-id");
        }
        if (named == null) {
            return Optional.empty();
        }
        return Optional.of(account.number(named).orElseThrow(() -> foreignNumber(operation)));
    }

    // Some operations name no 404; there the number is outside what the key may use.
    private static ApiException foreignNumber(OperationSpec operation) {
        return operation.names(404)
                ? Refusals.noSuchNumber()
                : new ApiException(403, "TENANT_SCOPE_NOT_ALLOWED", "The key has no such number");
    }
}
