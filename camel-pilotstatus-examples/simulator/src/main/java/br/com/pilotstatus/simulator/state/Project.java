/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.state;

import java.time.Instant;

/**
 * A project of the account.
 *
 * @param id id
 * @param name name
 * @param slug the name in lower case with hyphens
 * @param description text, or null
 * @param createdAt when it was made
 */
public record Project(String id, String name, String slug, String description, Instant createdAt) {}
