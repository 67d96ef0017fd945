/* SPDX-License-Identifier: Apache-2.0 */

/**
 * Templates and the rules for their content. One that Meta must see waits for its verdict.
 */
package br.com.pilotstatus.simulator.api.templates;
