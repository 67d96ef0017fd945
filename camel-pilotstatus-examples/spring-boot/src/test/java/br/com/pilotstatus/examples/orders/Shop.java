/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.examples.orders;

import br.com.pilotstatus.examples.orders.order.OrderView;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

/** A program of the company that places orders over HTTP. */
final class Shop {

    private final RestClient http;

    Shop(int port) {
        http = RestClient.builder()
                .baseUrl("http://127.0.0.1:" + port)
                .requestFactory(new JdkClientHttpRequestFactory())
                .defaultHeaders(headers -> headers.setBasicAuth("shop", "shop"))
                .build();
    }

    /** Returns the id of the order. Fails when the service does not answer; then it may be placed again. */
    long place(String reference, String phone, String name, String total) {
        Map<String, Object> order =
                Map.of("reference", reference, "phone", phone, "name", name, "total", new BigDecimal(total));
        return Objects.requireNonNull(
                        http.post().uri("/orders").body(order).retrieve().body(Placed.class))
                .id();
    }

    private record Placed(long id) {}

    void ship(long order) {
        http.post().uri("/orders/{id}/shipment", order).retrieve().toBodilessEntity();
    }

    OrderView show(long order) {
        return Objects.requireNonNull(
                http.get().uri("/orders/{id}", order).retrieve().body(OrderView.class));
    }

    /** The first message about an order. */
    OrderView.Notice notice(long order) {
        return show(order).notices().get(0);
    }

    /** Whether a part of the health, or the whole, is UP. */
    boolean isUp(String part) {
        return http.get()
                .uri("/actuator/health/" + part)
                .exchange((request, response) -> response.getStatusCode())
                .isSameCodeAs(HttpStatusCode.valueOf(200));
    }
}
