/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.servers;

class OnMainTest extends WebhookServerTest implements MultipartTests, LogTests, HeadFirstTests, VertxHttp2Tests {

    OnMainTest() {
        super(new MainServer(), new Answers(405, 404, 415, 415));
    }
}
