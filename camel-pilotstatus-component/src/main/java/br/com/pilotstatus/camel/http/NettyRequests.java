/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.http;

import io.netty.handler.codec.http.HttpRequest;
import org.apache.camel.Message;
import org.apache.camel.component.netty.http.NettyHttpMessage;

/** Requests as Netty has them. Loaded only where it is the server. */
final class NettyRequests {

    private NettyRequests() {}

    static RequestHead head(Message message) {
        HttpRequest request = ((NettyHttpMessage) message).getHttpRequest();
        int query = request.uri().indexOf('?');
        return new RequestHead(
                request.method().name(),
                request.headers().entries(),
                query < 0 ? null : request.uri().substring(query + 1));
    }
}
