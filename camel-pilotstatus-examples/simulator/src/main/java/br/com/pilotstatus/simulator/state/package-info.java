/* SPDX-License-Identifier: Apache-2.0 */

/**
 * All that the simulator remembers, within bounds, and its clock. Every class may be used by many threads; it knows no HTTP.
 */
package br.com.pilotstatus.simulator.state;
