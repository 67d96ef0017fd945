/* SPDX-License-Identifier: Apache-2.0 */
/** A node under load for hours: is anything lost, doubled, or left behind? */
package br.com.pilotstatus.benchmarks.soak;
