/* SPDX-License-Identifier: Apache-2.0 */

/**
 * What goes wrong on purpose, when, and how it is done to a connection. Rules are asked in the order they were added; the
 * first that strikes decides.
 */
package br.com.pilotstatus.simulator.fault;
