/* SPDX-License-Identifier: Apache-2.0 */
/** Ways to send a message: by the component, by other components, and by the HTTP client alone. */
package br.com.pilotstatus.benchmarks.send;
