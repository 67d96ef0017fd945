/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.faults;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;

/** A service too busy to accept: its queue is full, so further connections neither stand nor fail. */
final class FullBacklog implements AutoCloseable {

    private static final int MORE_THAN_FIT = 64;
    private static final int PATIENCE = 300;

    private final ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    private final List<Socket> queued = new ArrayList<>();

    FullBacklog() throws IOException {
        while (queues()) {
            if (queued.size() > MORE_THAN_FIT) {
                throw new IllegalStateException("This system does not let a queue fill up");
            }
        }
    }

    private boolean queues() throws IOException {
        Socket socket = new Socket();
        queued.add(socket);
        try {
            socket.connect(listener.getLocalSocketAddress(), PATIENCE);
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        }
    }

    int port() {
        return listener.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        for (Socket socket : queued) {
            socket.close();
        }
        listener.close();
    }
}
