/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Sends that have an idempotency key, remembered before they are made and when they have ended: one message for each key,
 * whoever dies in between. What nobody knows the outcome of can be listed, decided, and asked for.
 */
package br.com.pilotstatus.camel.journal;
