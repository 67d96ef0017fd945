/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Between an exchange and a call: what parameters it takes from the route, who makes it, and what the exchange has afterwards.
 * A call that may have happened is known again and not repeated.
 */
package br.com.pilotstatus.camel.call;
