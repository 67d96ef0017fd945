/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.benchmarks;

import br.com.pilotstatus.benchmarks.event.EventLoad;
import br.com.pilotstatus.benchmarks.load.Round;
import br.com.pilotstatus.benchmarks.process.Caller;
import br.com.pilotstatus.benchmarks.process.Receiver;
import br.com.pilotstatus.benchmarks.process.Surroundings;
import br.com.pilotstatus.benchmarks.process.WorkerProcess;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Plays a contest: all are started and warmed up, then each plays one round after the other, so that whatever else the
 * machine does meets all alike.
 */
final class Turns {

    private final Systems systems;
    private final Settings settings;

    Turns(Systems systems, Settings settings) {
        this.systems = systems;
        this.settings = settings;
    }

    /** The rounds of each, in the order they were played in. */
    Standing play(Contest contest) throws Exception {
        Map<Contestant, WorkerProcess> players = new LinkedHashMap<>();
        Map<Contestant, List<Round>> rounds = new LinkedHashMap<>();
        try {
            for (Contestant contestant : contest.contestants()) {
                players.put(contestant, start(contestant));
                rounds.put(contestant, new ArrayList<>());
            }
            for (WorkerProcess player : players.values()) {
                player.load().play(settings.warmUp());
            }
            for (int i = 0; i < settings.rounds(); i++) {
                for (Map.Entry<Contestant, WorkerProcess> player : players.entrySet()) {
                    rounds.get(player.getKey()).add(player.getValue().load().play(settings.round()));
                }
            }
        } finally {
            for (WorkerProcess player : players.values()) {
                player.close();
            }
        }
        return new Standing(contest, rounds);
    }

    private WorkerProcess start(Contestant contestant) throws Exception {
        Surroundings surroundings = systems.surroundings(settings);
        return Caller.class.isAssignableFrom(contestant.subject())
                ? WorkerProcess.caller(contestant.subject().asSubclass(Caller.class), surroundings)
                : receiver(contestant, surroundings);
    }

    private WorkerProcess receiver(Contestant contestant, Surroundings surroundings) throws IOException {
        return WorkerProcess.receiver(
                contestant.subject().asSubclass(Receiver.class),
                surroundings,
                url -> new EventLoad(url, settings.underWay()));
    }
}
