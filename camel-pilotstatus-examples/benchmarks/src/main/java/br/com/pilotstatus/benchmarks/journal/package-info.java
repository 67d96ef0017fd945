/* SPDX-License-Identifier: Apache-2.0 */
/** Ways to send a message once: by the component's journal, and by what Camel has for it. */
package br.com.pilotstatus.benchmarks.journal;
