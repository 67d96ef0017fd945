/* SPDX-License-Identifier: Apache-2.0 */

/**
 * The numbers of the account: added, connected, paired and removed, never more than are paid for.
 */
package br.com.pilotstatus.simulator.api.numbers;
