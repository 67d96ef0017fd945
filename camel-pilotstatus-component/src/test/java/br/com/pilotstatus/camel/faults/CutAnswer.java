/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.faults;

import br.com.pilotstatus.simulator.PilotStatusSimulator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Passes a request on to the simulator, gives a part of its answer back, and then stays silent. */
final class CutAnswer implements FaultyServer.Conduct {

    private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *(\\d+)");
    private static final String END_OF_HEAD = "\r\n\r\n";

    private final PilotStatusSimulator simulator;
    private final boolean inBody;

    private CutAnswer(PilotStatusSimulator simulator, boolean inBody) {
        this.simulator = simulator;
        this.inBody = inBody;
    }

    static CutAnswer inHead(PilotStatusSimulator simulator) {
        return new CutAnswer(simulator, false);
    }

    static CutAnswer inBody(PilotStatusSimulator simulator) {
        return new CutAnswer(simulator, true);
    }

    @Override
    public void serve(Socket connection, FaultyServer server) throws IOException {
        byte[] request = readMessage(connection.getInputStream());
        try (Socket upstream = new Socket(InetAddress.getLoopbackAddress(), simulator.port())) {
            upstream.getOutputStream().write(request);
            byte[] answer = readMessage(upstream.getInputStream());
            int head = new String(answer, StandardCharsets.ISO_8859_1).indexOf(END_OF_HEAD) + END_OF_HEAD.length();
            int cut = inBody ? (head + answer.length) / 2 : head / 2;
            connection.getOutputStream().write(answer, 0, cut);
        }
        server.awaitEnd();
    }

    /** Reads one message of HTTP: its head, and as many bytes as that announces. */
    private static byte[] readMessage(InputStream stream) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        while (!bytes.toString(StandardCharsets.ISO_8859_1).endsWith(END_OF_HEAD)) {
            int next = stream.read();
            if (next < 0) {
                throw new IOException("The message broke off");
            }
            bytes.write(next);
        }
        Matcher length = LENGTH.matcher(bytes.toString(StandardCharsets.ISO_8859_1));
        if (length.find()) {
            bytes.write(stream.readNBytes(Integer.parseInt(length.group(1))));
        }
        return bytes.toByteArray();
    }
}
