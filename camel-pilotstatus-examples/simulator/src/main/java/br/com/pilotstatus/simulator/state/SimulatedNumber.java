/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.state;

import java.time.Instant;

/**
 * A WhatsApp number of the simulated account with its number-scoped key.
 *
 * @param id id of the number, the value of {@code x-whatsapp-number-id}
 * @param number digits without {@code +}
 * @param name label of the number
 * @param provider who carries its messages
 * @param state connection state; only {@link NumberState#OPEN} can send
 * @param key its number-scoped key
 * @param dual true when it has a second link
 * @param createdAt when it was added
 * @param updatedAt when it last changed
 */
public record SimulatedNumber(
        String id,
        String number,
        String name,
        Provider provider,
        NumberState state,
        ApiKey key,
        boolean dual,
        Instant createdAt,
        Instant updatedAt) {

    public boolean isMeta() {
        return provider == Provider.META;
    }

    /** The number as webhooks write it, with {@code +}. */
    public String e164() {
        return '+' + number;
    }

    /** Id of the instance behind the number, which connects and logs out. */
    public String instanceId() {
        return "ci" + id.substring(2);
    }

    /** Meta's id of the number. */
    public String phoneNumberId() {
        return '1' + number;
    }

    /** Meta's id of the account that the number belongs to. */
    public String businessAccountId() {
        return '2' + number;
    }

    /** The same with another connection state. */
    public SimulatedNumber withState(NumberState newState, Instant now) {
        return new SimulatedNumber(id, number, name, provider, newState, key, dual, createdAt, now);
    }

    /** The same with a second link. */
    public SimulatedNumber withSecondLink(Instant now) {
        return new SimulatedNumber(id, number, name, provider, state, key, true, createdAt, now);
    }

    SimulatedNumber with(ApiKey newKey) {
        return new SimulatedNumber(id, number, name, provider, state, newKey, dual, createdAt, updatedAt);
    }

    @Override
    public String toString() {
        return "SimulatedNumber[id=" + id + ", number=" + Destination.mask(number) + ", provider=" + provider
                + ", state=" + state + ']';
    }
}
