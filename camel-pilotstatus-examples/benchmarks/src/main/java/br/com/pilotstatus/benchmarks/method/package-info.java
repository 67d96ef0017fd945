/* SPDX-License-Identifier: Apache-2.0 */
/** Methods of the component by themselves, measured by JMH. */
package br.com.pilotstatus.benchmarks.method;
