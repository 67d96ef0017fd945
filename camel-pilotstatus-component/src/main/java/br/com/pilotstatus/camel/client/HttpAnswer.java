/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.client;

import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpResponse;

/**
 * An answer as it came over HTTP.
 *
 * @param head status and headers
 * @param body null when it broke off, or was larger than it may be
 */
public record HttpAnswer(HttpResponse head, byte[] body) {

    public int status() {
        return head.getCode();
    }

    /** The value of a header; null without it. */
    public String header(String name) {
        Header header = head.getFirstHeader(name);
        return header == null ? null : header.getValue();
    }
}
