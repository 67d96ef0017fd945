/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.client;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Makes one try of a call. The future always completes, and never exceptionally. */
interface Transport extends AutoCloseable {

    CompletableFuture<Reply> send(ApiRequest request, Duration timeout);

    /** Ends the tries under way and lets go of all connections. */
    @Override
    void close();
}
