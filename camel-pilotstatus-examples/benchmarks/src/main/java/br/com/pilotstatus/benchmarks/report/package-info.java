/* SPDX-License-Identifier: Apache-2.0 */
/** What is said of the figures, and what they must not fall below. */
package br.com.pilotstatus.benchmarks.report;
