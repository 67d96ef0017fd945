/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.benchmarks.process;

import java.io.IOException;

/** An API that accepts everything, in a process of its own, so that callers pay for nothing of it but the wire. */
public final class ApiProcess implements AutoCloseable {

    private final ChildProcess process;
    private final String host;

    public ApiProcess() throws IOException {
        process = new ChildProcess(ApiServer.class.getName());
        host = "http://127.0.0.1:" + process.read();
    }

    /** Answers at once. */
    public String url() {
        return host + "/v1";
    }

    /** Answers after a second. */
    public String slowUrl() {
        return host + ApiServer.SLOW_PATH + "/v1";
    }

    @Override
    public void close() throws IOException {
        process.close();
    }
}
