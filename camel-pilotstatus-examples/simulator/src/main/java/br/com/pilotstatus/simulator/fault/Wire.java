/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.fault;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelOption;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import java.nio.charset.StandardCharsets;

/** The bare connection below a request: writes bytes as they are and closes without manners. */
// Whether a spoiled connection takes the bytes or is gone already makes no difference.
@SuppressWarnings("FutureReturnValueIgnored")
final class Wire {

    private final Channel channel;

    // Vert.x has no public way down to the connection; this class alone knows the inner one.
    Wire(HttpServerRequest request) {
        this.channel = ((ConnectionBase) request.connection()).channel();
    }

    /** Closes at once; the peer sees a TCP reset. */
    void reset() {
        channel.config().setOption(ChannelOption.SO_LINGER, 0);
        channel.close();
    }

    /** Writes past the HTTP encoder. */
    void write(byte[] bytes) {
        channel.pipeline().firstContext().writeAndFlush(Unpooled.wrappedBuffer(bytes));
    }

    /** Writes past the HTTP encoder, then closes in an orderly way. */
    void writeAndClose(byte[] bytes) {
        channel.pipeline()
                .firstContext()
                .writeAndFlush(Unpooled.wrappedBuffer(bytes))
                .addListener(ChannelFutureListener.CLOSE);
    }

    boolean isOpen() {
        return channel.isActive();
    }

    /** The head of an answer with a JSON body of this length. */
    static byte[] head(int status, long length) {
        return ("HTTP/1.1 " + status + " Simulated\r\ncontent-type: application/json\r\ncontent-length: " + length
                        + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }
}
