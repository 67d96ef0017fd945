/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.call;

import br.com.pilotstatus.camel.api.ApiRequest;
import br.com.pilotstatus.camel.api.ApiResponse;
import java.util.Optional;
import org.apache.camel.Exchange;

/** Maps between an exchange and a call. Has no state of its own, so any number of exchanges may use it at once. */
public interface OperationBinding {

    /** The call that the exchange asks for. */
    ApiRequest request(Exchange exchange);

    /** The call that must follow before the exchange has what it asked for; empty when there is none. */
    default Optional<ApiRequest> followedBy(Exchange exchange, ApiRequest request, ApiResponse response) {
        return Optional.empty();
    }

    /** Puts what the service answered, last, into the exchange. */
    void accepted(Exchange exchange, ApiResponse response);
}
