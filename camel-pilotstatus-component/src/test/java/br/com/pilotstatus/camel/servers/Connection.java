/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.servers;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import br.com.pilotstatus.camel.Background;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;

/** A connection to the server for one request, of which every byte can be sent by itself. */
final class Connection implements AutoCloseable {

    private static final int ANSWER_TIMEOUT_MS = 30_000;
    private static final int CHUNK = 8192;

    private final Socket socket;

    Connection(int port) throws IOException {
        socket = new Socket(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(ANSWER_TIMEOUT_MS);
    }

    /** Sends the whole request, and reads the answer meanwhile, since the server may not wait for the end. */
    static Answer exchange(int port, Call call) throws IOException {
        try (Connection connection = new Connection(port)) {
            CompletableFuture<Answer> answer = Background.supply(connection::answer);
            if (connection.trySend(call.head())) {
                connection.trySend(call.headers().containsKey("Transfer-Encoding") ? chunks(call.body()) : call.body());
            }
            return answer.join();
        }
    }

    /** Sends the head of a request and one byte of its body. */
    static Connection begin(int port, Call call) throws IOException {
        Connection connection = new Connection(port);
        connection.trySend(call.head());
        connection.trySend(Arrays.copyOf(call.body(), 1));
        return connection;
    }

    /** False when the server no longer listens. */
    boolean trySend(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** One chunk of a body whose end is not announced. */
    static byte[] chunk(byte[] bytes, int from, int to) {
        ByteArrayOutputStream chunk = new ByteArrayOutputStream();
        chunk.writeBytes((Integer.toHexString(to - from) + "\r\n").getBytes(US_ASCII));
        chunk.write(bytes, from, to - from);
        chunk.writeBytes("\r\n".getBytes(US_ASCII));
        return chunk.toByteArray();
    }

    /** Sends no more, and still reads. */
    void endOfRequest() throws IOException {
        socket.shutdownOutput();
    }

    /** The first line of the answer; empty when the connection is closed without one. Fails when neither comes in time. */
    String firstLine(Duration timeout) throws IOException {
        socket.setSoTimeout((int) timeout.toMillis());
        StringBuilder line = new StringBuilder();
        int next = socket.getInputStream().read();
        while (next >= 0 && next != '\r') {
            line.append((char) next);
            next = socket.getInputStream().read();
        }
        return line.toString();
    }

    boolean isAnswered() throws IOException {
        return socket.getInputStream().available() > 0;
    }

    /** Waits until the server closes the connection. */
    Answer answer() {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try {
            socket.getInputStream().transferTo(answer);
        } catch (SocketException e) {
            // Reset, which some servers do to what they will not read; what was received before counts.
            return new Answer(answer.toString(UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException("No answer; so far: " + answer.toString(UTF_8), e);
        }
        return new Answer(answer.toString(UTF_8));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private static byte[] chunks(byte[] body) {
        ByteArrayOutputStream chunks = new ByteArrayOutputStream();
        for (int from = 0; from < body.length; from += CHUNK) {
            chunks.writeBytes(chunk(body, from, Math.min(body.length, from + CHUNK)));
        }
        chunks.writeBytes("0\r\n\r\n".getBytes(US_ASCII));
        return chunks.toByteArray();
    }
}
