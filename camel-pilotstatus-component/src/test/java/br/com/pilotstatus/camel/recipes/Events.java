/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.recipes;

import java.util.Locale;

/** Events as Pilot Status sends them, and as it passes them on from Meta. */
final class Events {

    private Events() {}

    /** A customer writes. */
    static String received(String id) {
        return """
                {"event":"message.received","data":{"id":"%s","messageId":"wamid.%s","from":"+5511977770000",\
                "to":"+5511888880000","type":"text","fromMe":false,"content":"Hello"}}""".formatted(id, id);
    }

    /** A customer writes, as Meta says it. */
    static String receivedFromMeta(String id) {
        return """
                {"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages",\
                "value":{"messages":[{"from":"5511977770000","id":"wamid.%s","timestamp":"1785596409",\
                "type":"text","text":{"body":"Hello"}}]}}]}]}""".formatted(id);
    }

    /** What became of a message that was sent. */
    static String status(String messageId, String status) {
        return """
                {"event":"message.%s","data":{"id":"%s","internalMessageId":"%s","fromMe":true,"status":"%s"}}""".formatted(status.toLowerCase(Locale.ROOT), messageId, messageId, status);
    }
}
