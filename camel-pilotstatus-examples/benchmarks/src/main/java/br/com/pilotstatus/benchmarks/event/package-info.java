/* SPDX-License-Identifier: Apache-2.0 */
/** Ways to receive an event: by the component, and by what Camel has for it. */
package br.com.pilotstatus.benchmarks.event;
