/* SPDX-License-Identifier: Apache-2.0 */
/** What several rooms need and Java does not have ready-made. Knows none of them. */
package br.com.pilotstatus.camel.util;
