/* SPDX-License-Identifier: Apache-2.0 */

/**
 * What can be set, all with defaults, checked when it is made. Settings never change; a change is a copy.
 */
package br.com.pilotstatus.simulator.settings;
