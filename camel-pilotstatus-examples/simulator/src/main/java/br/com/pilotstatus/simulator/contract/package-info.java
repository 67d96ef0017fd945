/* SPDX-License-Identifier: Apache-2.0 */

/**
 * The OpenAPI document, read once, and what it says of an operation. What it says of a body names fields and rules, never
 * values.
 */
package br.com.pilotstatus.simulator.contract;
