/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.camel.Message;
import org.apache.camel.http.common.HttpMessage;

/** Requests as servlet containers have them. Loaded only where one is the server. */
final class ServletRequests {

    private static final String HEAD = RequestHead.class.getName();

    private ServletRequests() {}

    static RequestHead head(Message message) {
        return head(((HttpMessage) message).getRequest());
    }

    static RequestHead headOf(Object request) {
        return head((HttpServletRequest) request);
    }

    /** Found once, since what wraps the request later may show another query. */
    static RequestHead head(HttpServletRequest request) {
        if (request.getAttribute(HEAD) instanceof RequestHead known) {
            return known;
        }
        List<Map.Entry<String, String>> headers = new ArrayList<>();
        for (String name : Collections.list(request.getHeaderNames())) {
            for (String value : Collections.list(request.getHeaders(name))) {
                headers.add(Map.entry(name, value));
            }
        }
        RequestHead head = new RequestHead(request.getMethod(), headers, request.getQueryString());
        request.setAttribute(HEAD, head);
        return head;
    }
}
