/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.examples.orders.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The messages that are to go out. Any number of nodes take from it; a row that a node took and never told the end of is due
 * again when its lease is over, and the journal knows whether it went out.
 */
@Repository
@EnableConfigurationProperties(OutboxProperties.class)
public class Outbox {

    private static final TypeReference<Map<String, Object>> VARIABLES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final OutboxProperties properties;

    public Outbox(JdbcClient jdbc, ObjectMapper json, OutboxProperties properties) {
        this.jdbc = jdbc;
        this.json = json;
        this.properties = properties;
    }

    /** Adds a message, in the transaction of what it tells of. A key that is there already adds nothing. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(
            String key, long orderId, Sender sender, String template, String phone, Map<String, String> variables) {
        jdbc.sql("insert into outbox (key, order_id, sender, template, phone, variables)"
                        + " values (?, ?, ?, ?, ?, ?::jsonb) on conflict (key) do nothing")
                .params(key, orderId, sender.name(), template, phone, write(variables))
                .update();
    }

    /** Takes what is due, the oldest first; of a number that waits for somebody, one message after each pause. */
    public List<OutboxRow> take(Sender sender) {
        return jdbc.sql("""
                        with due as materialized (
                            select id from outbox
                            where sender = :sender and state in ('PENDING', 'SENDING', 'IN_DOUBT') and due_at <= now()
                              and not exists (select from outbox_pause where sender = :sender and until > now())
                            order by due_at, id
                            limit (select case when count(*) > 0 then 1 else :batch end
                                   from outbox_pause where sender = :sender)
                            for update skip locked)
                        update outbox as taken
                        set state = 'SENDING', attempts = attempts + 1, changed_at = now(),
                            due_at = now() + :lease * interval '1 millisecond'
                        from due where taken.id = due.id
                        returning taken.id, key, sender, template, phone, variables, attempts
                        """)
                .param("sender", sender.name())
                .param("batch", properties.batch())
                .param("lease", properties.lease().toMillis())
                .query(this::row)
                .list();
    }

    /** It is on its way, and so the number works. */
    @Transactional
    public void accepted(OutboxRow row, String messageId) {
        end(row, "ACCEPTED", Duration.ZERO, null, messageId);
        jdbc.sql("delete from outbox_pause where sender = ?")
                .param(row.sender().name())
                .update();
    }

    /** It did not go out, and may next time. */
    public void later(OutboxRow row, String reason, Duration wait) {
        end(row, "PENDING", wait, reason, null);
    }

    /** It did not go out, and none of this number will until somebody mends it. */
    @Transactional
    public void paused(OutboxRow row, String reason) {
        end(row, "PENDING", Duration.ZERO, reason, null);
        jdbc.sql("insert into outbox_pause (sender, reason, until)"
                        + " values (:sender, left(:reason, 300), now() + :pause * interval '1 millisecond')"
                        + " on conflict (sender) do update set reason = excluded.reason, until = excluded.until")
                .param("sender", row.sender().name())
                .param("reason", reason)
                .param("pause", properties.pause().toMillis())
                .update();
    }

    /** It may be out. Asking again sends nothing as long as the journal does not know. */
    public void inDoubt(OutboxRow row, String reason) {
        end(row, "IN_DOUBT", properties.askAgain(), reason, null);
    }

    /** It will never go out as it is. */
    public void refused(OutboxRow row, String reason) {
        end(row, "REFUSED", Duration.ZERO, reason, null);
    }

    /** Why nobody but a person can say whether it is out. */
    public void needsPerson(String key, String reason) {
        jdbc.sql("update outbox set reason = ?, changed_at = now() where key = ? and state in ('IN_DOUBT', 'SENDING')")
                .params(reason, key)
                .update();
    }

    /** The numbers that wait for somebody. */
    public List<Map<String, Object>> pauses() {
        return jdbc.sql("select sender, reason, since from outbox_pause order by sender")
                .query()
                .listOfRows();
    }

    // Not when another node has taken it meanwhile, since this one was slower than its lease.
    private void end(OutboxRow row, String state, Duration wait, String reason, String messageId) {
        jdbc.sql("update outbox set state = :state, due_at = now() + :wait * interval '1 millisecond',"
                        + " reason = left(:reason, 300), message_id = :message, changed_at = now()"
                        + " where id = :id and attempts = :attempts and state = 'SENDING'")
                .param("state", state)
                .param("wait", wait.toMillis())
                .param("reason", reason)
                .param("message", messageId)
                .param("id", row.id())
                .param("attempts", row.attempts())
                .update();
    }

    private OutboxRow row(ResultSet row, int number) throws SQLException {
        return new OutboxRow(
                row.getLong("id"),
                row.getString("key"),
                Sender.valueOf(row.getString("sender")),
                row.getString("template"),
                row.getString("phone"),
                read(row.getString("variables")),
                row.getInt("attempts"));
    }

    private String write(Map<String, String> variables) {
        try {
            return json.writeValueAsString(variables);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, Object> read(String variables) {
        try {
            return json.readValue(variables, VARIABLES);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
