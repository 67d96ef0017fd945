/* SPDX-License-Identifier: Apache-2.0 */

/**
 * What was written in both directions: lists by page, opt-in, and the advertisements that led customers here. Nothing is
 * stored twice: all of it is read from the messages.
 */
package br.com.pilotstatus.simulator.api.conversations;
