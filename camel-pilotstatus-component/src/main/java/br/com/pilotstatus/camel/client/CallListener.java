/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.client;

import java.util.function.Consumer;

/**
 * Hears of the course of a call.
 *
 * @param admitted the call has its place and its turn, and nothing of it is sent. Runs on a thread that may wait, such as for
 *                 a database. What it throws ends the call, which is not made then, and is what came of it; nobody else hears
 * @param ended    the call ended. Runs before anybody hears what came of it, on a thread that must not be held up
 */
public record CallListener(Runnable admitted, Consumer<EndedCall> ended) {}
