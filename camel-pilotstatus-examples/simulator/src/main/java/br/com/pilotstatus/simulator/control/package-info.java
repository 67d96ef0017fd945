/* SPDX-License-Identifier: Apache-2.0 */

/**
 * The control API under {@code /_sim} and its like in Java: customers, callers, numbers, webhooks, settings and clock. What
 * makes no sense is an {@link IllegalArgumentException}, over HTTP status 400.
 */
package br.com.pilotstatus.simulator.control;
