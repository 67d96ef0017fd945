/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.state;

/**
 * A WhatsApp number of the simulated account with its number-scoped key.
 *
 * @param id id of the number, the value of {@code x-whatsapp-number-id}
 * @param number digits without {@code +}
 * @param name label of the number
 * @param provider who carries its messages
 * @param state connection state; only {@link NumberState#OPEN} can send
 * @param key its number-scoped key
 */
public record SimulatedNumber(String id, String number, String name, Provider provider, NumberState state, ApiKey key) {

    public boolean isMeta() {
        return provider == Provider.META;
    }

    /** The number as webhooks write it, with {@code +}. */
    public String e164() {
        return '+' + number;
    }

    SimulatedNumber withState(NumberState newState) {
        return new SimulatedNumber(id, number, name, provider, newState, key);
    }

    @Override
    public String toString() {
        return "SimulatedNumber[id=" + id + ", number=" + Destination.mask(number) + ", provider=" + provider
                + ", state=" + state + ']';
    }
}
