/* SPDX-License-Identifier: Apache-2.0 */

/**
 * Events on their way to webhooks: their forms, signatures, tries and targets. They leave this machine only where the settings
 * let them.
 */
package br.com.pilotstatus.simulator.webhook;
