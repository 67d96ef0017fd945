/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What must hold of options before anything starts, by the kind of an operation. What an option may not be is refused with its
 * name and never with its value.
 */
package br.com.pilotstatus.camel.options;
