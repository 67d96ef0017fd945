/* SPDX-License-Identifier: Apache-2.0 */

/**
 * What all that speaks HTTP here has in common: answers, refusals, and bodies that are read within bounds.
 */
package br.com.pilotstatus.simulator.http;
