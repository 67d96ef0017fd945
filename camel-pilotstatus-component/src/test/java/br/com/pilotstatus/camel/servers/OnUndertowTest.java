/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.servers;

class OnUndertowTest extends WebhookServerTest implements MultipartTests, LogTests, HeadFirstTests {

    OnUndertowTest() {
        super(new ComponentServer("undertow"), new Answers(200, 404, 415, 415));
    }
}
