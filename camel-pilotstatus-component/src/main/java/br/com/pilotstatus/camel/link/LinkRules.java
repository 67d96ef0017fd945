/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.link;

/**
 * How far a link to media is trusted.
 *
 * @param privateAllowed  whether it may lead to addresses that are not public, and without TLS to those of loopback
 * @param insecureAllowed whether it may then lead to any of these without TLS
 * @param maxSize         bytes of media that are read
 */
public record LinkRules(boolean privateAllowed, boolean insecureAllowed, int maxSize) {}
