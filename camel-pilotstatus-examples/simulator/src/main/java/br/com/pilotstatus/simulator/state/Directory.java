/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.state;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The numbers and keys of the account at one moment; it never changes.
 *
 * @param accountKey the tenant-scoped key
 * @param numbers the numbers by id, in the order they were added
 * @param keysByValue all keys by their raw value
 * @param keysById all keys by their id
 */
record Directory(
        ApiKey accountKey,
        Map<String, SimulatedNumber> numbers,
        Map<String, ApiKey> keysByValue,
        Map<String, ApiKey> keysById) {

    static Directory of(ApiKey accountKey, Map<String, SimulatedNumber> numbers) {
        Map<String, ApiKey> byValue = new HashMap<>(Map.of(accountKey.value(), accountKey));
        Map<String, ApiKey> byId = new HashMap<>(Map.of(accountKey.id(), accountKey));
        for (SimulatedNumber number : numbers.values()) {
            byValue.put(number.key().value(), number.key());
            byId.put(number.key().id(), number.key());
        }
        return new Directory(accountKey, Collections.unmodifiableMap(numbers), byValue, byId);
    }

    /** The same with another tenant-scoped key. */
    Directory with(ApiKey newAccountKey) {
        return of(newAccountKey, numbers);
    }

    /** The same with a number added or replaced. */
    Directory with(SimulatedNumber number) {
        Map<String, SimulatedNumber> changed = new LinkedHashMap<>(numbers);
        changed.put(number.id(), number);
        return of(accountKey, changed);
    }

    /** The same without a number. */
    Directory without(String numberId) {
        Map<String, SimulatedNumber> changed = new LinkedHashMap<>(numbers);
        changed.remove(numberId);
        return of(accountKey, changed);
    }

    // The maps hold keys.
    @Override
    public String toString() {
        return "Directory[numbers=" + numbers.size() + ']';
    }
}
