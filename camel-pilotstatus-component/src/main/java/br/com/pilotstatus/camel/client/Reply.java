/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.client;

import br.com.pilotstatus.camel.error.ErrorCode;

/** How one try of a call ended, before anybody judges it. */
public sealed interface Reply {

    /** Why there is no answer, or none that came whole, without what causes say of hosts; null when it came whole. */
    String reason();

    /** The service answered; at least the head of the answer is here. */
    record Answered(HttpAnswer answer, String reason, Throwable cause) implements Reply {}

    /** For certain nothing reached the service. */
    record NotSent(ErrorCode code, String reason, Throwable cause) implements Reply {}

    /** Some or all of the request went out, and no status came back. */
    record NoVerdict(String reason, Throwable cause) implements Reply {}
}
