/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.examples.orders.order;

import jakarta.validation.Valid;
import java.net.URI;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Orders over HTTP. No request waits for WhatsApp. */
@RestController
@RequestMapping("/orders")
public class OrderController {

    private final OrderService orders;
    private final OrderViews views;

    public OrderController(OrderService orders, OrderViews views) {
        this.orders = orders;
        this.views = views;
    }

    @PostMapping
    public ResponseEntity<Map<String, Long>> place(@Valid @RequestBody NewOrder order) {
        long id = orders.place(order);
        return ResponseEntity.created(URI.create("/orders/" + id)).body(Map.of("id", id));
    }

    @PostMapping("/{id}/shipment")
    public ResponseEntity<Void> ship(@PathVariable long id) {
        return orders.ship(id)
                ? ResponseEntity.accepted().build()
                : ResponseEntity.notFound().build();
    }

    @GetMapping("/{id}")
    public ResponseEntity<OrderView> show(@PathVariable long id) {
        return ResponseEntity.of(views.find(id));
    }
}
