/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.servers;

class OnNettyHttpTest extends WebhookServerTest implements MultipartTests {

    OnNettyHttpTest() {
        super(new ComponentServer("netty-http"), new Answers(200, 404, 415, 415));
    }
}
