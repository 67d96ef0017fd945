/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.servers;

/** HTTP/2 over TLS, as HTTP/2 without it. */
class OnSecureVertxTest extends ServedTest implements VertxHttp2Tests {

    OnSecureVertxTest() {
        super(new SecureVertxServer());
    }
}
