/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.examples.orders.order;

import br.com.pilotstatus.examples.orders.order.OrderView.Notice;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads orders with what became of their messages. */
@Repository
public class OrderViews {

    private final JdbcClient jdbc;

    public OrderViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<OrderView> find(long id) {
        return jdbc.sql("select reference from orders where id = ?")
                .param(id)
                .query(String.class)
                .optional()
                .map(reference -> new OrderView(id, reference, notices(id), replies(id)));
    }

    private List<Notice> notices(long id) {
        return jdbc.sql("select o.template, o.state, o.message_id, s.status, coalesce(s.error_code, o.reason) as reason"
                        + " from outbox o left join message_status s on s.message_id = o.message_id"
                        + " where o.order_id = ? order by o.id")
                .param(id)
                .query(Notice.class)
                .list();
    }

    private List<String> replies(long id) {
        return jdbc.sql("select r.text from reply r join outbox o on o.message_id = r.message_id"
                        + " where o.order_id = ? order by r.received_at")
                .param(id)
                .query(String.class)
                .list();
    }
}
