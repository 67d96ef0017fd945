/* SPDX-License-Identifier: Apache-2.0 */

/**
 * What goes wrong on purpose, when, and how it is done to a connection. A fault without a rule in force does nothing.
 */
package br.com.pilotstatus.simulator.fault;
