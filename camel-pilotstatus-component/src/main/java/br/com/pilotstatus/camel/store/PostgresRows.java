/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.store;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Many rows in PostgreSQL, by one statement each time. The values go as arrays, so that the statement is the same one for
 * any number. Each row is looked up by itself: joined, a table that was small when the plan was made would be read whole.
 */
final class PostgresRows implements ManyRows {

    private final String add;
    private final String read;
    private final String addAndRead;
    private final String finish;

    PostgresRows(String table) {
        add = """
                INSERT INTO %s (claim_id, claim_key, content, owner, since, lease_until, status)
                SELECT n.id, n.key, n.content, n.owner, n.since, n.lease_until, '%s'
                FROM unnest(CAST(? AS text[]), CAST(? AS text[]), CAST(? AS text[]), CAST(? AS text[]),
                    CAST(? AS bigint[]), CAST(? AS bigint[])) AS n (id, key, content, owner, since, lease_until)
                ON CONFLICT (claim_id) DO NOTHING RETURNING claim_id, NULL AS status
                """.formatted(table, ClaimRow.CLAIMED);
        read = """
                SELECT found.* FROM unnest(CAST(? AS text[])) AS asked (id)
                CROSS JOIN LATERAL (SELECT %s FROM %s WHERE claim_id = asked.id LIMIT 1) AS found
                """.formatted(ClaimRow.COLUMNS, table);
        addAndRead = """
                WITH added AS (%s)
                SELECT claim_id, status, NULL AS content, NULL AS result, NULL AS owner, NULL AS since,
                    NULL AS lease_until FROM added
                UNION ALL %s
                """.formatted(add, read);
        finish = """
                INSERT INTO %s (claim_id, claim_key, content, owner, since, result, status)
                SELECT n.id, n.key, '', '', ?, n.result, '%s'
                FROM unnest(CAST(? AS text[]), CAST(? AS text[]), CAST(? AS text[])) AS n (id, key, result)
                ON CONFLICT (claim_id) DO UPDATE
                SET status = EXCLUDED.status, result = EXCLUDED.result, since = EXCLUDED.since
                """.formatted(table, ClaimRow.DONE);
    }

    @Override
    public Found claim(Connection connection, Collection<NewClaim> claims, Set<String> asked) throws SQLException {
        Object[] ids = of(claims, claim -> claim.key().id());
        List<Object> values = new ArrayList<>(List.of(
                texts(connection, ids),
                texts(connection, of(claims, claim -> claim.key().text())),
                texts(connection, of(claims, NewClaim::content)),
                texts(connection, of(claims, NewClaim::token)),
                connection.createArrayOf("bigint", of(claims, NewClaim::since)),
                connection.createArrayOf("bigint", of(claims, NewClaim::leaseUntil))));
        Found found = new Found(new HashSet<>(), new HashMap<>());
        if (asked.isEmpty()) {
            query(connection, add, values, rows -> put(rows, found));
        } else {
            values.add(texts(connection, asked.toArray()));
            query(connection, addAndRead, values, rows -> put(rows, found));
        }
        Object[] refused =
                Stream.of(ids).filter(id -> !found.added().contains(id)).toArray();
        if (refused.length > 0) {
            query(connection, read, List.of(texts(connection, refused)), rows -> put(rows, found));
        }
        return found;
    }

    private static void put(ResultSet rows, Found found) throws SQLException {
        String id = rows.getString("claim_id");
        if (rows.getString("status") == null) {
            found.added().add(id);
        } else {
            found.rows().put(id, ClaimRow.read(rows));
        }
    }

    private interface Row {
        void in(ResultSet rows) throws SQLException;
    }

    private static void query(Connection connection, String sql, List<Object> values, Row row) throws SQLException {
        try (PreparedStatement statement = Statements.prepare(connection, sql, values.toArray());
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                row.in(rows);
            }
        }
    }

    @Override
    public boolean finish(Connection connection, Map<ClaimKey, String> results, long since) throws SQLException {
        Collection<ClaimKey> keys = results.keySet();
        int finished = Statements.update(
                connection,
                finish,
                since,
                texts(connection, of(keys, ClaimKey::id)),
                texts(connection, of(keys, ClaimKey::text)),
                texts(connection, results.values().toArray()));
        return finished == results.size();
    }

    private static <T> Object[] of(Collection<T> rows, Function<T, Object> column) {
        return rows.stream().map(column).toArray();
    }

    private static Array texts(Connection connection, Object[] values) throws SQLException {
        return connection.createArrayOf("text", values);
    }
}
