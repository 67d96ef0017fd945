/* SPDX-License-Identifier: Apache-2.0 */
/** Keeps calls under way for a while, and tells what came of them. Knows nothing of what is called. */
package br.com.pilotstatus.benchmarks.load;
