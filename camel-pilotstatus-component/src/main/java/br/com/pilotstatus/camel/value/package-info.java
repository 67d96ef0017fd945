/* SPDX-License-Identifier: Apache-2.0 */
/**
 * From what a route has at hand to what the API takes: options with expressions, texts, JSON, bytes and phone numbers. A value
 * is read in one way, wherever it stands, and what could be read in two ways is refused by field and rule, never quoted.
 */
package br.com.pilotstatus.camel.value;
