/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.media;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An HTTP proxy that asks for credentials and then leads every tunnel to one port of this machine. */
public final class TunnelProxy implements AutoCloseable {

    private static final String PROOF_IS_ASKED_FOR = """
            HTTP/1.1 407 Proxy Authentication Required\r
            Proxy-Authenticate: Basic realm="p"\r
            Content-Length: 0\r
            \r
            """;

    private final ServerSocket socket;
    private final int target;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> tunnels = new CopyOnWriteArrayList<>();

    public TunnelProxy(int target) throws IOException {
        this.target = target;
        this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    public int port() {
        return socket.getLocalPort();
    }

    /** Hosts and ports that tunnels were opened to. */
    public List<String> tunnels() {
        return tunnels;
    }

    private void accept() {
        try {
            while (true) {
                Socket client = socket.accept();
                threads.execute(() -> serve(client));
            }
        } catch (IOException closed) {
            threads.shutdown();
        }
    }

    private void serve(Socket client) {
        try (client;
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target)) {
            // One byte at a time, since what follows the head belongs to the tunnel.
            BufferedReader head = new BufferedReader(new InputStreamReader(client.getInputStream(), US_ASCII), 1);
            while (true) {
                String request = head.readLine();
                if (request == null) {
                    return;
                }
                boolean known = false;
                String line = head.readLine();
                while (line != null && !line.isEmpty()) {
                    known |= line.startsWith("Proxy-Authorization: Basic ");
                    line = head.readLine();
                }
                if (known) {
                    tunnels.add(request.split(" ", 3)[1]);
                    client.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\n".getBytes(US_ASCII));
                    threads.execute(() -> pipe(server, client));
                    pipe(client, server);
                    return;
                }
                client.getOutputStream().write(PROOF_IS_ASKED_FOR.getBytes(US_ASCII));
            }
        } catch (IOException closed) {
            tunnels.add("broken: " + closed.getClass().getSimpleName());
        }
    }

    private static void pipe(Socket from, Socket to) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            in.transferTo(out);
            to.shutdownOutput();
        } catch (IOException closed) {
            closeBoth(from, to);
        }
    }

    private static void closeBoth(Socket one, Socket other) {
        try (one;
                other) {
            one.shutdownInput();
        } catch (IOException closed) {
            // Both are closed by now, which is all that was wanted.
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
        threads.shutdownNow();
    }
}
