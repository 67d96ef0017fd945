/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.send;

/** The three kinds of message. */
enum Mode {
    TEMPLATE,
    TEXT,
    MEDIA
}
