/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Media from links that somebody else has written. Only addresses are called that were checked, at each redirect anew, and no
 * more is read than may be; nothing that is told of a link shows any part of it.
 */
package br.com.pilotstatus.camel.link;
