/* SPDX-License-Identifier: Apache-2.0 */
/** What more of something costs: time, heap, threads, the slowest event. */
package br.com.pilotstatus.benchmarks.growth;
