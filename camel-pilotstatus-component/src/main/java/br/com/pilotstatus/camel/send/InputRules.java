/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.send;

import java.time.ZoneId;

/**
 * What a route may give, and how strictly it is checked.
 *
 * @param defaultRegion region of phone numbers without country code, as ISO 3166-1 in two letters
 * @param timeZone      zone of times without an offset; null when these are refused
 * @param maxMediaSize  bytes of media or JSON taken from a body or header
 * @param validate      whether the rules of a message are checked before it is sent
 */
public record InputRules(String defaultRegion, ZoneId timeZone, int maxMediaSize, boolean validate) {}
