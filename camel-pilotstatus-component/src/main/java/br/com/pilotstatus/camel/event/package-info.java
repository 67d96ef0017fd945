/* SPDX-License-Identifier: Apache-2.0 */
/**
 * From the bytes of a delivery to verified events, each with the key by which it is known again. No proof is taken for more
 * than it shows, and no text of an error quotes the sender. Knows no Camel.
 */
package br.com.pilotstatus.camel.event;
