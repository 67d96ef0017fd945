/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.client;

import br.com.pilotstatus.camel.api.ApiRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The gates of all keys; shared by clients, since the service counts by key and not by connection. */
public final class KeyGates {

    /** A service that asks for days, by mistake or not, must not silence a route for days. */
    public static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private final Map<String, KeyGate> gates = new ConcurrentHashMap<>();

    /** How long each key that must pause will still do so; without the keys. */
    public List<Duration> pauses() {
        return gates.values().stream()
                .map(KeyGate::remainingPause)
                .filter(pause -> !pause.isZero())
                .toList();
    }

    KeyGate of(ApiRequest request) {
        return gates.computeIfAbsent(request.key(), key -> new KeyGate());
    }
}
