/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * Lets requests through a gate in a servlet container, in two steps: by the head, then with the whole body, which is read
 * while no thread waits for it.
 */
public final class ServletGate {

    private static final String BODY = ServletGate.class.getName() + ".body";

    private ServletGate() {}

    /** Keeps the head of a request, before others wrap it and hide what stands in the query. */
    public static void keepHead(HttpServletRequest request) {
        ServletRequests.head(request);
    }

    /** Answers a request that the gate turns away by its head. False for one that goes on. */
    public static boolean refuses(RequestGate gate, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Optional<FixedAnswer> refusal = gate.refusal(ServletRequests.head(request));
        if (refusal.isEmpty()) {
            return false;
        }
        write(refusal.get(), response);
        if (request.isAsyncSupported()) {
            // Ended this way, servers close the connection. Otherwise they read on, on a thread that waits, what they
            // throw away.
            request.startAsync().complete();
        }
        return true;
    }

    /**
     * Reads the body of a request while nobody waits, and has it dispatched again with it. What does not come in time is
     * answered here.
     */
    // Its last step answers and throws nothing that the future could tell.
    @SuppressWarnings("FutureReturnValueIgnored")
    public static void readBody(RequestGate gate, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        AsyncContext async = request.startAsync();
        // The gate has a time of its own.
        async.setTimeout(0);
        ServletBody.read(request.getInputStream(), gate)
                .whenCompleteAsync((body, trouble) -> end(gate, async, request, response, body));
    }

    // Nobody is left to be told of a failure here: the sender has gone away, or the server stops.
    private static void end(
            RequestGate gate,
            AsyncContext async,
            HttpServletRequest request,
            HttpServletResponse response,
            byte[] body) {
        try {
            if (body != null) {
                request.setAttribute(BODY, body);
                async.dispatch();
                return;
            }
            write(gate.answer(RequestGate.Trouble.TOO_SLOW), response);
            async.complete();
        } catch (IOException | IllegalStateException e) {
            async.complete();
        }
    }

    /** The body that {@link #readBody} has read, one byte longer than the gate allows if there is more; null before. */
    public static byte[] body(ServletRequest request) {
        return (byte[]) request.getAttribute(BODY);
    }

    static void write(FixedAnswer answer, HttpServletResponse response) throws IOException {
        byte[] text = answer.text().getBytes(UTF_8);
        response.setStatus(answer.status());
        response.setContentType("text/plain;charset=utf-8");
        response.setContentLength(text.length);
        response.setHeader("Connection", "close");
        answer.headers().forEach(response::setHeader);
        ServletOutputStream out = response.getOutputStream();
        out.write(text);
        response.flushBuffer();
    }
}
