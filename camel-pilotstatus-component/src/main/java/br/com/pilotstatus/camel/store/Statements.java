/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/** Prepares and runs statements with values in them. */
final class Statements {

    /** SQL states of this class are about constraints. */
    private static final String CONSTRAINT = "23";

    private Statements() {}

    /** Runs a change, and tells how many rows it found. */
    static int update(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = prepare(connection, sql, values)) {
            return statement.executeUpdate();
        }
    }

    /**
     * Runs a change that a constraint may refuse. Which one it was, each database says in its own way; whether the key is
     * there, all say alike.
     *
     * @return null when it was done; else why not
     */
    static SQLException refusal(Connection connection, String sql, Object... values) throws SQLException {
        try {
            update(connection, sql, values);
            return null;
        } catch (SQLException e) {
            if (e.getSQLState() != null && e.getSQLState().startsWith(CONSTRAINT)) {
                return e;
            }
            throw e;
        }
    }

    static PreparedStatement prepare(Connection connection, String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            if (values[i] == null) {
                // Only the end of a lease may be missing.
                statement.setNull(i + 1, Types.BIGINT);
            } else {
                statement.setObject(i + 1, values[i]);
            }
        }
        return statement;
    }

    /** The values, and the last one again until there are as many as a power of two: fewer statements to be prepared. */
    static List<Object> padded(Collection<?> values) {
        List<Object> padded = new ArrayList<>(values);
        while (Integer.bitCount(padded.size()) > 1) {
            padded.add(padded.get(padded.size() - 1));
        }
        return padded;
    }

    /** Question marks for so many values, separated by commas. */
    static String marks(int values) {
        return String.join(", ", Collections.nCopies(values, "?"));
    }
}
