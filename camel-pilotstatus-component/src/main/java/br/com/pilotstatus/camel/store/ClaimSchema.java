/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the table of a claim store when it is not there, and says what is missing when it cannot. Other nodes may do so at
 * the same time.
 */
record ClaimSchema(String table) {

    private static final Logger LOG = LoggerFactory.getLogger(ClaimSchema.class);

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*(\\.[A-Za-z_][A-Za-z0-9_]*)?");
    private static final String COLUMNS = "claim_id, claim_key, content, status, result, owner, since, lease_until";
    private static final int VALID_WITHIN_SECONDS = 5;

    ClaimSchema {
        if (!NAME.matcher(table).matches()) {
            throw new IllegalArgumentException("table must be a plain name, with a schema in front or without");
        }
    }

    /**
     * Fails when there is no table that claims can be kept in.
     *
     * @throws IllegalStateException when somebody must change something in the database
     */
    void require(Connection connection, Database database) throws SQLException {
        // In this order: a table that others make in between was not there, and has all columns.
        boolean wasThere = holds(connection, "claim_key");
        if (holds(connection, COLUMNS)) {
            return;
        }
        if (wasThere) {
            throw new IllegalStateException(
                    "The table " + table + " was made by an earlier version of this component or"
                            + " lacks a column; the page databases.md says how to bring it up to date");
        }
        try {
            execute(connection, "CREATE TABLE " + table + " (" + columns(database) + ")");
        } catch (SQLException e) {
            // Another node may have been faster.
            if (holds(connection, COLUMNS)) {
                return;
            }
            throw new IllegalStateException(
                    "The table " + table + " is not there or must not be read, and could not be made; the page"
                            + " databases.md has the statement for each database",
                    e);
        }
        try {
            execute(connection, "CREATE INDEX " + indexName() + " ON " + table + " (status, since)");
        } catch (SQLException e) {
            LOG.warn("The index of the table {} could not be made, so what is open is found slowly", table, e);
        }
    }

    private String indexName() {
        return table.substring(table.indexOf('.') + 1) + "_since";
    }

    private static String columns(Database database) {
        String longType = database.longType();
        return "claim_id " + database.idType() + " NOT NULL PRIMARY KEY, claim_key VARCHAR(" + ClaimKey.MAX_TEXT_LENGTH
                + ") NOT NULL, content VARCHAR(128), status VARCHAR(8) NOT NULL, result VARCHAR(256),"
                + " owner VARCHAR(64), since " + longType + " NOT NULL, lease_until " + longType;
    }

    /** Whether there is a table that has these columns. */
    private boolean holds(Connection connection, String columns) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT " + columns + " FROM " + table + " WHERE 1 = 0")) {
            return rows.getMetaData().getColumnCount() > 0;
        } catch (SQLException e) {
            // That a connection broke says nothing of the table.
            if (connection.isClosed() || !connection.isValid(VALID_WITHIN_SECONDS)) {
                throw e;
            }
            return false;
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
