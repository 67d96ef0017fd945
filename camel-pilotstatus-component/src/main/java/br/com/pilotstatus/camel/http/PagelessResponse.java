/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.http;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;

/** Answers an error with its status alone: the page that a server would write repeats the query, and a token with it. */
final class PagelessResponse extends HttpServletResponseWrapper {

    PagelessResponse(HttpServletResponse response) {
        super(response);
    }

    @Override
    public void sendError(int status) throws IOException {
        resetBuffer();
        setStatus(status);
        setContentLength(0);
        flushBuffer();
    }

    @Override
    public void sendError(int status, String text) throws IOException {
        sendError(status);
    }
}
