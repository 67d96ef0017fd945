/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.http;

import io.vertx.core.http.HttpServerRequest;
import org.apache.camel.Message;
import org.apache.camel.component.platform.http.vertx.HttpMessage;

/** Requests as Vert.x has them. Loaded only where it is the server. */
final class VertxRequests {

    private VertxRequests() {}

    static RequestHead head(Message message) {
        return head(((HttpMessage) message).getRequest());
    }

    static RequestHead head(HttpServerRequest request) {
        return new RequestHead(request.method().name(), request.headers(), request.query());
    }
}
