/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.http;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/**
 * Finds the head of a request behind the message that a server of Camel makes of it, where the parameters of the query
 * stand among the headers.
 */
public final class RequestHeads {

    private static final String PROPERTY = RequestHead.class.getName();

    private RequestHeads() {}

    /** The head of the request that an exchange came from. */
    public static RequestHead of(Exchange http) {
        if (http.getProperty(PROPERTY) instanceof RequestHead known) {
            return known;
        }
        Message message = http.getMessage();
        if (HttpServer.VERTX.has(message)) {
            return VertxGate.head(message);
        }
        if (HttpServer.NETTY.has(message)) {
            return NettyRequests.head(message);
        }
        if (HttpServer.SERVLET.has(message)) {
            return ServletRequests.head(message);
        }
        Object servletRequest = message.getHeader(HttpServer.SERVLET_REQUEST);
        return servletRequest == null ? ofAnyServer(message) : ServletRequests.headOf(servletRequest);
    }

    static void keep(Exchange http, RequestHead head) {
        http.setProperty(PROPERTY, head);
    }

    // What stands in the query is no header, even if there is one of that name, too: nobody can tell the two apart.
    private static RequestHead ofAnyServer(Message message) {
        String raw = message.getHeader(Exchange.HTTP_RAW_QUERY, String.class);
        String query = raw == null ? message.getHeader(Exchange.HTTP_QUERY, String.class) : raw;
        String method = message.getHeader(Exchange.HTTP_METHOD, String.class);
        Map<String, List<String>> parameters = new RequestHead(method, List.of(), query).parameters();
        List<Map.Entry<String, String>> headers = new ArrayList<>();
        message.getHeaders().forEach((name, value) -> {
            if (!parameters.containsKey(name)) {
                texts(value).forEach(text -> headers.add(Map.entry(name, text)));
            }
        });
        return new RequestHead(method, headers, query);
    }

    private static List<String> texts(Object value) {
        if (value instanceof Collection<?> several) {
            return several.stream().map(String::valueOf).toList();
        }
        return value == null ? List.of() : List.of(value.toString());
    }
}
