/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Turns the media of an event into bytes with a name and a type, by its id from the service or by its link.
 */
package br.com.pilotstatus.camel.media;
