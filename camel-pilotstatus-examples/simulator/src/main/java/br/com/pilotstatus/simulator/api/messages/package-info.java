/* SPDX-License-Identifier: Apache-2.0 */

/**
 * Sending, and what has become of what was sent. A message is in the ledger before its answer goes out.
 */
package br.com.pilotstatus.simulator.api.messages;
