/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.benchmarks.event;

import br.com.pilotstatus.benchmarks.process.Receiver;
import br.com.pilotstatus.benchmarks.process.Surroundings;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.model.dataformat.JsonLibrary;

/** What one would write by hand: <code>platform-http</code>, a bean that compares the signature, and <code>unmarshal</code>. */
public final class NaiveHmacRoute implements Receiver {

    private final ReceivingRoute route = new ReceivingRoute();

    @Override
    public String start(Surroundings surroundings) throws Exception {
        return route.serve(new RouteBuilder() {
            @Override
            public void configure() {
                from("platform-http:" + ReceivingRoute.PATH + "?httpMethodRestrict=POST")
                        .process(NaiveHmacRoute::verify)
                        .unmarshal()
                        .json(JsonLibrary.Jackson, Map.class)
                        .setBody(constant("OK"));
            }
        });
    }

    private static void verify(Exchange exchange) {
        byte[] body = exchange.getMessage().getBody(byte[].class);
        String signature = exchange.getMessage().getHeader(Credentials.SIGNATURE_HEADER, String.class);
        if (!MessageDigest.isEqual(
                Credentials.mac().doFinal(body), HexFormat.of().parseHex(signature))) {
            throw new IllegalArgumentException("wrong signature");
        }
    }

    @Override
    public void close() {
        route.close();
    }
}
