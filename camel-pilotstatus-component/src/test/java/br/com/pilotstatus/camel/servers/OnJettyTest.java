/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.servers;

class OnJettyTest extends WebhookServerTest implements MultipartTests, HeadFirstTests {

    OnJettyTest() {
        super(new ComponentServer("jetty"), new Answers(200, 404, 415, 415));
    }
}
