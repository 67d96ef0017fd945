/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.state;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** The simulated account: its numbers and keys, at the start the same for the same seed on every machine. */
public final class Account {

    private final Ids ids;
    private final String tenantId;
    private final Directory initial;
    private final AtomicInteger unnamed = new AtomicInteger();
    private volatile Directory current;

    public Account(Ids ids, Instant now) {
        this.ids = ids;
        tenantId = ids.fixed("tenant");
        Map<String, SimulatedNumber> none = new LinkedHashMap<>();
        initial = Directory.of(new ApiKey(ids.fixed("account-key"), ids.key("account"), null, true), none)
                .with(first("main", "5511988880000", "Store", Provider.PILOT_STATUS, now))
                .with(first("meta", "5511988880001", "Store on Meta", Provider.META, now));
        current = initial;
    }

    public String tenantId() {
        return tenantId;
    }

    /** The tenant-scoped key. */
    public ApiKey accountKey() {
        return current.accountKey();
    }

    /** The numbers in the order they were added, at the start the unofficial one first. */
    public List<SimulatedNumber> numbers() {
        return List.copyOf(current.numbers().values());
    }

    public Optional<SimulatedNumber> number(String id) {
        return Optional.ofNullable(current.numbers().get(id));
    }

    /**
     * The number with this id.
     *
     * @throws IllegalArgumentException when there is none
     */
    public SimulatedNumber require(String id) {
        return number(id).orElseThrow(() -> new IllegalArgumentException("The account has no number with this id"));
    }

    /** The number with an instance of this id. */
    public Optional<SimulatedNumber> numberOfInstance(String instanceId) {
        return numbers().stream()
                .filter(number -> number.instanceId().equals(instanceId))
                .findFirst();
    }

    /** The first number of a provider. */
    public SimulatedNumber numberOf(Provider provider) {
        return numbers().stream()
                .filter(n -> n.provider() == provider)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The account has no number of " + provider));
    }

    public Optional<ApiKey> keyWithValue(String value) {
        return Optional.ofNullable(current.keysByValue().get(value));
    }

    public Optional<ApiKey> keyWithId(String id) {
        return Optional.ofNullable(current.keysById().get(id));
    }

    /** Adds a number with a key of its own. */
    public synchronized SimulatedNumber add(
            String digits, String name, Provider provider, NumberState state, Instant now) {
        String id = ids.next();
        SimulatedNumber number =
                new SimulatedNumber(id, digits, name, provider, state, newKey(id, true), false, now, now);
        current = current.with(number);
        return number;
    }

    /** Digits for a number that is not known before it is paired; nobody has them. */
    public String unknownDigits() {
        return String.format(Locale.ROOT, "551190009%04d", unnamed.incrementAndGet());
    }

    /** Removes a number and its key; false when there is none with that id. */
    public synchronized boolean remove(String numberId) {
        boolean there = current.numbers().containsKey(numberId);
        current = current.without(numberId);
        return there;
    }

    /** Changes a number and returns it as it is now; empty when there is none with that id. */
    public synchronized Optional<SimulatedNumber> change(String numberId, UnaryOperator<SimulatedNumber> change) {
        Optional<SimulatedNumber> changed = number(numberId).map(change);
        changed.ifPresent(number -> current = current.with(number));
        return changed;
    }

    /** Puts a new key in place of an old one, which is void at once. */
    public synchronized ApiKey rotate(ApiKey old) {
        ApiKey fresh = newKey(old.numberId(), false);
        if (old.isTenantScoped()) {
            current = current.with(fresh);
        } else {
            change(old.numberId(), number -> number.with(fresh));
        }
        return fresh;
    }

    /** Back to the first numbers and keys. */
    public synchronized void reset() {
        current = initial;
    }

    private ApiKey newKey(String numberId, boolean revealable) {
        String id = ids.next();
        return new ApiKey(id, ids.key(id), numberId, revealable);
    }

    private SimulatedNumber first(String name, String digits, String label, Provider provider, Instant now) {
        String id = ids.fixed("number:" + name);
        ApiKey key = new ApiKey(ids.fixed("number-key:" + name), ids.key(name), id, true);
        return new SimulatedNumber(id, digits, label, provider, NumberState.OPEN, key, false, now, now);
    }
}
