/* SPDX-License-Identifier: Apache-2.0 */
/**
 * From the message history to the route: the events that a webhook would have got, each once, from the position that the
 * inbox keeps.
 */
package br.com.pilotstatus.camel.poll;
