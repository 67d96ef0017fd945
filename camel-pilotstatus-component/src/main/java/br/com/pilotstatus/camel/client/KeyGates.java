/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.client;

import br.com.pilotstatus.camel.api.ApiRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The gates of all keys; shared by clients, since the service counts by key and not by connection. */
public final class KeyGates {

    /** However long the service asks for. */
    public static final Duration LONGEST_PAUSE = KeyGate.LONGEST_PAUSE;

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
