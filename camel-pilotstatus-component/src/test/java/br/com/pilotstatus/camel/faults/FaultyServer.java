/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.faults;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/** A service that misbehaves below HTTP, on the connection itself. Closing it ends all its connections. */
final class FaultyServer implements AutoCloseable {

    /** What happens on a connection, which is closed afterwards. */
    @FunctionalInterface
    interface Conduct {
        void serve(Socket connection, FaultyServer server) throws IOException;
    }

    private final Conduct conduct;
    private final ServerSocket listener;
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private final CountDownLatch closed = new CountDownLatch(1);

    FaultyServer(Conduct conduct) throws IOException {
        this.conduct = conduct;
        this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        run(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    /** Resets the connection as soon as it stands. */
    static void resetAtOnce(Socket connection, FaultyServer server) throws IOException {
        connection.setSoLinger(true, 0);
    }

    /** Waits for the first byte, then resets the connection. */
    static void resetAtFirstByte(Socket connection, FaultyServer server) throws IOException {
        connection.getInputStream().readNBytes(1);
        connection.setSoLinger(true, 0);
    }

    /** Keeps the connection, and neither reads nor writes. */
    static void silent(Socket connection, FaultyServer server) {
        server.awaitEnd();
    }

    void awaitEnd() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket connection = listener.accept();
                connections.add(connection);
                run(() -> serve(connection));
            }
        } catch (IOException e) {
            closed.countDown();
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            conduct.serve(connection, this);
        } catch (IOException e) {
            // The caller has gone or this server was closed; the connection is over in both cases.
            connections.remove(connection);
        }
    }

    private static void run(Runnable task) {
        Thread thread = new Thread(task, "faulty-server");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        closed.countDown();
        for (Socket connection : connections) {
            connection.close();
        }
    }
}
