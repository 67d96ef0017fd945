/* SPDX-License-Identifier: Apache-2.0 */
/** One command that measures the component beside its peers, prints what came of it, and says when that got worse. */
package br.com.pilotstatus.benchmarks;
