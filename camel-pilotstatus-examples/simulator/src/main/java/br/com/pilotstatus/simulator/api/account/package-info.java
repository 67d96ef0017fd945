/* SPDX-License-Identifier: Apache-2.0 */

/**
 * What the owner of the account looks after: keys, branding, paid numbers, checkouts, embedded pages, projects.
 * A new key is shown once.
 */
package br.com.pilotstatus.simulator.api.account;
