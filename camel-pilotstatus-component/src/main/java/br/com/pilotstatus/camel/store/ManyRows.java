/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/**
 * Changes many rows of the table by as few statements as a database allows. What it cannot tell of a row it leaves open;
 * when it fails, any of them may have been changed.
 */
interface ManyRows {

    /**
     * What was found.
     *
     * @param added ids of the claims that were added
     * @param rows  by id, of the others and of what was asked for, as far as they are there
     */
    record Found(Set<String> added, Map<String, ClaimRow> rows) {}

    /**
     * Adds claims whose keys are not there, and reads the rows of the other ones.
     *
     * @param claims of keys that differ, sorted by id, so that nodes do not wait for each other in a circle
     * @param asked  ids of more rows to be read, of other keys
     */
    Found claim(Connection connection, Collection<NewClaim> claims, Set<String> asked) throws SQLException;

    /**
     * Marks keys as done.
     *
     * @param results what came of each
     * @param since   when, in milliseconds since 1970
     * @return whether that was done for each; if not, it is open for which
     */
    boolean finish(Connection connection, Map<ClaimKey, String> results, long since) throws SQLException;
}
