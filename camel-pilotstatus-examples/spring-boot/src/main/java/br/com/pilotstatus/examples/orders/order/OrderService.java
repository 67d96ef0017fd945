/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.examples.orders.order;

import br.com.pilotstatus.examples.orders.outbox.Outbox;
import br.com.pilotstatus.examples.orders.outbox.Sender;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What happens to orders. What happened and what the customer is to hear of it come into being together, or not at all. */
@Service
public class OrderService {

    private static final Locale CUSTOMERS = Locale.forLanguageTag("pt-BR");

    private final JdbcClient jdbc;
    private final Outbox outbox;

    public OrderService(JdbcClient jdbc, Outbox outbox) {
        this.jdbc = jdbc;
        this.outbox = outbox;
    }

    /** Returns the id of the order; that of the first one when it was placed before. */
    @Transactional
    public long place(NewOrder order) {
        Optional<Long> id = jdbc.sql("insert into orders (reference, phone, name, total) values (?, ?, ?, ?)"
                        + " on conflict (reference) do nothing returning id")
                .params(order.reference(), order.phone(), order.name(), order.total())
                .query(Long.class)
                .optional();
        if (id.isEmpty()) {
            return jdbc.sql("select id from orders where reference = ?")
                    .param(order.reference())
                    .query(Long.class)
                    .single();
        }
        outbox.add(
                "confirmed-" + id.get(),
                id.get(),
                Sender.ORDERS,
                "order_confirmed",
                order.phone(),
                Map.of("name", order.name(), "order", id.get().toString(), "total", price(order.total())));
        return id.get();
    }

    /** The parcel leaves. Returns whether there is such an order; one that has left already stays as it is. */
    @Transactional
    public boolean ship(long id) {
        jdbc.sql("update orders set shipped_at = now() where id = ? and shipped_at is null")
                .param(id)
                .update();
        Optional<Customer> customer = jdbc.sql("select phone, name from orders where id = ?")
                .param(id)
                .query(Customer.class)
                .optional();
        customer.ifPresent(of -> outbox.add(
                "shipped-" + id,
                id,
                Sender.LOGISTICS,
                "order_shipped",
                of.phone(),
                Map.of("name", of.name(), "order", Long.toString(id))));
        return customer.isPresent();
    }

    private record Customer(String phone, String name) {}

    // Only the application knows how a price is written: 1.189,90.
    private static String price(BigDecimal total) {
        NumberFormat format = NumberFormat.getNumberInstance(CUSTOMERS);
        format.setMinimumFractionDigits(2);
        format.setMaximumFractionDigits(2);
        return format.format(total);
    }
}
