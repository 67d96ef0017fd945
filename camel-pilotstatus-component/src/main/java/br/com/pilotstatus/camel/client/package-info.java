/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Calls of the API over HTTP: each waits for its turn and its place, is tried, and is judged. It ends exactly once and within
 * its time, with what is known of it by then, and holds no thread while it waits.
 */
package br.com.pilotstatus.camel.client;
