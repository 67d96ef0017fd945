/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.support;

import br.com.pilotstatus.simulator.PilotStatusSimulator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A send over a plain socket, for answers that no HTTP client would show as they are. */
public final class RawCall implements AutoCloseable {

    private final Socket socket;

    public RawCall(PilotStatusSimulator simulator, int timeoutMillis) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), simulator.port());
        socket.setSoTimeout(timeoutMillis);
        byte[] body =
                "{\"destinationNumber\":\"+5511977770000\",\"text\":\"Hello\"}".getBytes(StandardCharsets.US_ASCII);
        String head =
                "POST /v1/messages/send HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\nx-api-key: "
                        + simulator.apiKey() + "\r\ncontent-length: " + body.length + "\r\n\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().write(body);
        socket.getOutputStream().flush();
    }

    /** Everything up to the orderly end of the connection. */
    public String readAll() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        InputStream in = socket.getInputStream();
        for (int b = in.read(); b >= 0; b = in.read()) {
            all.write(b);
        }
        return all.toString(StandardCharsets.ISO_8859_1);
    }

    /** The next byte, -1 at the orderly end of the connection. */
    public int read() throws IOException {
        return socket.getInputStream().read();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
