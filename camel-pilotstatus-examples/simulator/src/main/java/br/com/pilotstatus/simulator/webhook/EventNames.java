/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.webhook;

import br.com.pilotstatus.simulator.state.Provider;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which events a number of a provider can emit at all. The others are dropped from a subscription without a word. */
public final class EventNames {

    // The documentation says that there are such events but not which; these are the simulator's choice.
    private static final Map<Provider, Set<String>> IMPOSSIBLE =
            Map.of(Provider.META, Set.of("message.newsletter"), Provider.PILOT_STATUS, Set.of("calls"));

    private EventNames() {}

    /** The wanted events that the provider can emit, each once, in their order. */
    public static List<String> possible(JsonNode wanted, Provider provider) {
        Set<String> names = new LinkedHashSet<>();
        wanted.forEach(name -> names.add(name.textValue()));
        names.removeAll(IMPOSSIBLE.get(provider));
        return List.copyOf(names);
    }
}
