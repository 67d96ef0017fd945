/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel;

import br.com.pilotstatus.camel.client.ApiRequest;
import br.com.pilotstatus.camel.client.ApiResponse;
import org.apache.camel.Exchange;

/** Maps between an exchange and a call. Has no state of its own, so any number of exchanges may use it at once. */
interface OperationBinding {

    /** The call that the exchange asks for. */
    ApiRequest request(Exchange exchange);

    /** Puts what the service answered into the exchange. */
    void accepted(Exchange exchange, ApiResponse response);
}
