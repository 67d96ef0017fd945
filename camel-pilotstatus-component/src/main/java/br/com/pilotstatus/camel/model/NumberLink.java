/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.model;

import java.util.Map;

/**
 * What links a number to WhatsApp, as long as it is not linked. Whoever has it can take the number over.
 *
 * @param qrcodeBase64 the QR code to scan, as a data URI; may be null
 * @param pairingCode  the code to type; may be null
 * @param additional   fields this version does not know
 */
public record NumberLink(
        String qrcodeBase64,
        String pairingCode,
        @OtherFields Map<String, Object> additional) implements JsonRecord {

    private static final long serialVersionUID = 1L;

    public NumberLink {
        additional = additional == null ? Map.of() : additional;
    }

    @Override
    public String toString() {
        return "NumberLink[xxxxxx]";
    }
}
