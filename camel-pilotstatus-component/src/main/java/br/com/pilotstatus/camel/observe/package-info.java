/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What operators see: metrics, health and counts. Nothing in it tells of a person or a key, asks the service, or fails a call.
 */
package br.com.pilotstatus.camel.observe;
