/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Claims, by which a thing is done once: taken, then done or given back, in memory or in a table that nodes share. Never a
 * silent yes, and what a store could not take is written later.
 */
package br.com.pilotstatus.camel.store;
