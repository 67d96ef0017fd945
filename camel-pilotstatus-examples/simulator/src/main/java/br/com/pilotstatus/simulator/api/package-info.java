/* SPDX-License-Identifier: Apache-2.0 */

/**
 * The API over HTTP: who calls, about which number, and by the rules of the document, before the room of the operation
 * answers. A refusal always has the API's error form.
 */
package br.com.pilotstatus.simulator.api;
