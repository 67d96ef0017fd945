/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The table of calls, and what is made by it: requests of parameters and keys, and objects of answers. Knows no exchange and no
 * connection; a call that is not in the table cannot be made but by a path below the base URL.
 */
package br.com.pilotstatus.camel.api;
