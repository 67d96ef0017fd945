/* SPDX-License-Identifier: Apache-2.0 */
/**
 * From a request to the route: judged by its head, bounded, verified, run through the route once, and given a fixed answer
 * that tells the sender whether to come again.
 */
package br.com.pilotstatus.camel.receive;
