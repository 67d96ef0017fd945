/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What routes catch. Each exception says whether the call may have happened, whether repeating it is safe, and by which code it
 * is known; none holds a key, a phone number or a text.
 */
package br.com.pilotstatus.camel.error;
