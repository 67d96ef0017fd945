/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.state;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The simulated account: its numbers and keys, the same for the same seed on every machine. */
public final class Account {

    private final String tenantId;
    private final ApiKey accountKey;
    private final Map<String, SimulatedNumber> defaults = new LinkedHashMap<>();
    private final Map<String, SimulatedNumber> numbers = new ConcurrentHashMap<>();
    private final Map<String, ApiKey> byValue;
    private final Map<String, ApiKey> byId;

    public Account(Ids ids) {
        tenantId = ids.fixed("tenant");
        accountKey = new ApiKey(ids.fixed("account-key"), ids.key("account"), null);
        add(ids, "main", "5511988880000", "Store", Provider.PILOT_STATUS);
        add(ids, "meta", "5511988880001", "Store on Meta", Provider.META);
        byValue = keys().collect(Collectors.toUnmodifiableMap(ApiKey::value, Function.identity()));
        byId = keys().collect(Collectors.toUnmodifiableMap(ApiKey::id, Function.identity()));
        reset();
    }

    public String tenantId() {
        return tenantId;
    }

    /** The tenant-scoped key. */
    public ApiKey accountKey() {
        return accountKey;
    }

    /** The numbers, the unofficial one first. */
    public List<SimulatedNumber> numbers() {
        return defaults.keySet().stream().map(numbers::get).toList();
    }

    public Optional<SimulatedNumber> number(String id) {
        return Optional.ofNullable(numbers.get(id));
    }

    /** The first number of a provider. */
    public SimulatedNumber numberOf(Provider provider) {
        return numbers().stream()
                .filter(n -> n.provider() == provider)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The account has no number of " + provider));
    }

    public Optional<ApiKey> keyWithValue(String value) {
        return Optional.ofNullable(byValue.get(value));
    }

    public Optional<ApiKey> keyWithId(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Connects or disconnects a number; returns it as it is now. */
    public SimulatedNumber changeState(String numberId, NumberState state) {
        SimulatedNumber changed = numbers.computeIfPresent(numberId, (id, number) -> number.withState(state));
        if (changed == null) {
            throw new IllegalArgumentException("The account has no number with this id");
        }
        return changed;
    }

    /** Connects all numbers again. */
    public void reset() {
        numbers.putAll(defaults);
    }

    private void add(Ids ids, String name, String digits, String label, Provider provider) {
        String id = ids.fixed("number:" + name);
        ApiKey key = new ApiKey(ids.fixed("number-key:" + name), ids.key(name), id);
        defaults.put(id, new SimulatedNumber(id, digits, label, provider, NumberState.OPEN, key));
    }

    private Stream<ApiKey> keys() {
        return Stream.concat(Stream.of(accountKey), defaults.values().stream().map(SimulatedNumber::key));
    }
}
