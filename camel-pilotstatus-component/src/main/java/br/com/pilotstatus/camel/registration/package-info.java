/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Brings it about that the service has exactly one webhook that leads to a consumer, and removes none that it did not create.
 */
package br.com.pilotstatus.camel.registration;
