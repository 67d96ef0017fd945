/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.examples.orders.event;

import br.com.pilotstatus.camel.model.WebhookEvent;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of states and replies. Events may come in any order, and after a crash twice: the rows are the same. */
@Repository
public class Messages {

    private final JdbcClient jdbc;

    public Messages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps how far a message came, unless it was further. */
    public void keepStatus(WebhookEvent event) {
        jdbc.sql("""
                        insert into message_status as kept (message_id, status, status_rank, error_code)
                        values (?, ?, ?, ?)
                        on conflict (message_id) do update
                        set status = excluded.status, status_rank = excluded.status_rank,
                            error_code = excluded.error_code, changed_at = now()
                        where kept.status_rank < excluded.status_rank
                        """)
                .params(event.messageId(), event.status(), event.statusRank(), event.errorCode())
                .update();
    }

    /** Keeps what a customer wrote, and to which message it is the answer, if any. */
    public void keepReply(WebhookEvent event) {
        jdbc.sql("insert into reply (event_key, message_id, sender, text) values (?, ?, ?, ?)"
                        + " on conflict (event_key) do nothing")
                .params(key(event), event.messageId(), event.from(), event.text())
                .update();
    }

    /** The same whenever the event comes: WhatsApp's id of the message, that of Pilot Status, or else what it says. */
    private static String key(WebhookEvent event) {
        String id = event.whatsappMessageId() == null ? event.id() : event.whatsappMessageId();
        return id == null
                ? UUID.nameUUIDFromBytes(event.json().getBytes(StandardCharsets.UTF_8))
                        .toString()
                : id;
    }
}
