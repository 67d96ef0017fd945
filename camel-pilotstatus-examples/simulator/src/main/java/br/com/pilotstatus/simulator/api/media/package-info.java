/* SPDX-License-Identifier: Apache-2.0 */

/**
 * Media that customers sent to a Meta number: small sample files, for as long as the settings say.
 */
package br.com.pilotstatus.simulator.api.media;
