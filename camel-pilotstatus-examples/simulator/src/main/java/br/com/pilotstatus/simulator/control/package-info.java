/* SPDX-License-Identifier: Apache-2.0 */

/**
 * The control API under {@code /_sim} and its like in Java: customers, callers, numbers, webhooks, settings and clock. What
 * one can do, so can the other.
 */
package br.com.pilotstatus.simulator.control;
