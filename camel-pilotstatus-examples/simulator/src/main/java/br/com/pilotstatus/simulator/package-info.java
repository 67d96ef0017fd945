/* SPDX-License-Identifier: Apache-2.0 */

/**
 * Pilot Status on this machine, to embed, for JUnit 5 and by itself. {@link br.com.pilotstatus.simulator.PilotStatusSimulator} is the
 * door; nothing below this package knows it but {@code spring}.
 */
package br.com.pilotstatus.simulator;
