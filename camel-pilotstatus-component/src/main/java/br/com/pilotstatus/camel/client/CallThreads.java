/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.client;

import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;

/**
 * The threads that calls need; they stay their owner's.
 *
 * @param timer    runs time-outs and delays; nothing on it may wait
 * @param starters begin what does not begin on its caller's thread, and may be held up by a look-up of a host
 * @param readers  read answers, and wait for nobody
 */
public record CallThreads(ScheduledExecutorService timer, Executor starters, Executor readers) {}
