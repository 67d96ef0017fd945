/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.recipes;

import java.util.Locale;

/** Events as Pilot Status sends them. */
final class Events {

    private Events() {}

    /** A customer writes. */
    static String received(String id) {
        return """
                {"event":"message.received","data":{"id":"%s","from":"+5511977770000","to":"+5511888880000",\
                "type":"text","fromMe":false,"content":"Hello"}}""".formatted(id);
    }

    /** What became of a message that was sent. */
    static String status(String messageId, String status) {
        return """
                {"event":"message.%s","data":{"id":"%s","internalMessageId":"%s","fromMe":true,"status":"%s"}}""".formatted(status.toLowerCase(Locale.ROOT), messageId, messageId, status);
    }
}
