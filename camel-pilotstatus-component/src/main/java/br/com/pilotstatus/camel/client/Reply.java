/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.client;

import br.com.pilotstatus.camel.api.ApiResponse;
import br.com.pilotstatus.camel.error.ErrorCode;

/** How one try of a call ended, before anybody judges it. */
sealed interface Reply {

    /** The service answered; at least the status line is here. */
    record Answered(ApiResponse response) implements Reply {}

    /** For certain nothing reached the service. */
    record NotSent(ErrorCode code, String reason, Throwable cause) implements Reply {}

    /** Some or all of the request went out, and no status came back. */
    record NoVerdict(String reason, Throwable cause) implements Reply {}
}
