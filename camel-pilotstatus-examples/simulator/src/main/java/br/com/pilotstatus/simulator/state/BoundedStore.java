/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.state;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Things by their id in the order they were added; when there are too many, the oldest is forgotten. */
public final class BoundedStore<T> {

    private final Map<String, T> byId;

    /** @param limit how many are kept */
    public BoundedStore(int limit) {
        byId = new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
                return size() > limit;
            }
        };
    }

    /** Adds a thing, or replaces the one with that id. */
    public synchronized T put(String id, T thing) {
        byId.put(id, thing);
        return thing;
    }

    public synchronized Optional<T> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Changes a thing and returns it as it is now; empty when there is none with that id. */
    public synchronized Optional<T> change(String id, UnaryOperator<T> change) {
        return Optional.ofNullable(byId.computeIfPresent(id, (key, thing) -> change.apply(thing)));
    }

    /** Removes a thing; false when there was none with that id. */
    public synchronized boolean remove(String id) {
        return byId.remove(id) != null;
    }

    /** All of them, oldest first. */
    public synchronized List<T> list() {
        return new ArrayList<>(byId.values());
    }

    public synchronized void clear() {
        byId.clear();
    }
}
