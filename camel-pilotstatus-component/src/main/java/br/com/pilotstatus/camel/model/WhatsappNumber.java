/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A number of the account. Lists leave health and Meta data out.
 *
 * @param id               its id, which <code>whatsappNumberId</code> takes
 * @param instanceName     the service's name of it; may be null
 * @param number           the phone number in digits
 * @param name             its label; may be null
 * @param provider         PILOT_STATUS or META
 * @param apiKeys          name, prefix and last digits of its keys
 * @param state            OPEN, CONNECTING or CLOSE
 * @param isFullyConnected whether it is ready to send; may be null
 * @param createdAt        when it was made; may be null
 * @param updatedAt        when it was last changed; may be null
 * @param health           quality, limits and whether it can send; null in lists
 * @param meta             what Meta says of it; null in lists and for other providers
 * @param additional       fields this version does not know
 */
public record WhatsappNumber(
        String id,
        String instanceName,
        String number,
        String name,
        String provider,
        List<Map<String, Object>> apiKeys,
        String state,
        Boolean isFullyConnected,
        @IsoTime Instant createdAt,
        @IsoTime Instant updatedAt,
        Map<String, Object> health,
        Map<String, Object> meta,
        @OtherFields Map<String, Object> additional)
        implements JsonRecord {

    private static final long serialVersionUID = 1L;

    public WhatsappNumber {
        apiKeys = apiKeys == null ? List.of() : apiKeys;
        additional = additional == null ? Map.of() : additional;
    }

    @Override
    public String toString() {
        return "WhatsappNumber[id=" + id + ", provider=" + provider + ", state=" + state + "]";
    }
}
