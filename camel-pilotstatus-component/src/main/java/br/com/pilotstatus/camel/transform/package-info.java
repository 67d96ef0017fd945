/* SPDX-License-Identifier: Apache-2.0 */
/** Turns events and records into what other steps of a route take: Map, JSON and CloudEvents. */
package br.com.pilotstatus.camel.transform;
