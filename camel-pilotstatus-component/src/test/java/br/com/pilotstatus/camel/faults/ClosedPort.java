/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.faults;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/** A port that refuses connections for as long as this is open: it is taken, so nobody else can listen there. */
public final class ClosedPort implements AutoCloseable {

    private final Socket holder = new Socket();

    public ClosedPort() throws IOException {
        holder.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    public String url() {
        return "http://127.0.0.1:" + holder.getLocalPort() + "/v1";
    }

    @Override
    public void close() throws IOException {
        holder.close();
    }
}
