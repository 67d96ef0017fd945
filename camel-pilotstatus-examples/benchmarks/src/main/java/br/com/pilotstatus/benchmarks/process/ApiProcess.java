/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.benchmarks.process;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** An API that accepts everything, in a process of its own, so that callers pay for nothing of it but the wire. */
public final class ApiProcess implements AutoCloseable {

    private final ChildProcess process;
    private final String url;

    /** @param answerTime how long it takes to answer; zero for at once */
    public ApiProcess(Duration answerTime) throws IOException {
        process = new ChildProcess(List.of(), ApiServer.class.getName(), Long.toString(answerTime.toMillis()));
        url = "http://127.0.0.1:" + process.read() + "/v1";
    }

    public String url() {
        return url;
    }

    @Override
    public void close() throws IOException {
        process.close();
    }
}
