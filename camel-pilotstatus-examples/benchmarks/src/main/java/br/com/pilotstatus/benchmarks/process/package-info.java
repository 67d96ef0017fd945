/* SPDX-License-Identifier: Apache-2.0 */
/** Puts what is measured, and what stands around it, into processes of their own. */
package br.com.pilotstatus.benchmarks.process;
