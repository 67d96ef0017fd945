/* SPDX-License-Identifier: Apache-2.0 */

/**
 * Webhooks and the log of their attempts. A caller sees those of its number, the tenant key all.
 */
package br.com.pilotstatus.simulator.api.webhooks;
