/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.benchmarks;

import br.com.pilotstatus.benchmarks.process.Subject;

/**
 * One that takes part in a {@link Contest}.
 *
 * @param id      what its figures are named by, such as <code>camel-http</code>
 * @param title   what it is, in words
 * @param subject what is started in a process of its own
 */
record Contestant(String id, String title, Class<? extends Subject> subject) {}
