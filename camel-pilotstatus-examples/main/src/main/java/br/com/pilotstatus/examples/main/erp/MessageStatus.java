/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.examples.main.erp;

/**
 * How far a message came. A status of a higher rank is later in the message's life, so one that arrives late never
 * overwrites it. <code>errorCode</code> is null unless the message failed.
 */
public record MessageStatus(String messageId, String status, int rank, String errorCode) {}
