/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.receive;

/** A request that is turned away before it is looked into. */
final class WebhookRefusal extends Exception {

    private static final long serialVersionUID = 1L;

    private final WebhookAnswer answer;

    WebhookRefusal(WebhookAnswer answer) {
        // Without a stack trace: anybody can cause one, as often as he likes.
        super(answer.name(), null, false, false);
        this.answer = answer;
    }

    WebhookAnswer answer() {
        return answer;
    }
}
