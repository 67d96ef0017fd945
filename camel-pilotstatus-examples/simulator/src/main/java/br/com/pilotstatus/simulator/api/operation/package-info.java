/* SPDX-License-Identifier: Apache-2.0 */

/**
 * What every room of the API works with: the call, its parameters, pages, and the refusals that several rooms give.
 * It knows no room.
 */
package br.com.pilotstatus.simulator.api.operation;
