/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The roles that Camel knows, and the options of their endpoints. All work is done in the packages below, none of which knows
 * a role.
 */
package br.com.pilotstatus.camel;
