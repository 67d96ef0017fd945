/* SPDX-License-Identifier: Apache-2.0 */

/**
 * Calls to and from customers, their sound, settings and permissions. A call changes only from a state that allows it.
 */
package br.com.pilotstatus.simulator.api.calls;
