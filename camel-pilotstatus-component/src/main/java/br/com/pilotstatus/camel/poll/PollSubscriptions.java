/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.poll;

import br.com.pilotstatus.camel.store.ClaimStore;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;

/** Who polls at the moment, so that no two routes share one subscription unawares. */
public final class PollSubscriptions {

    private final Set<PollSubscription> taken = ConcurrentHashMap.newKeySet();
    private final Function<String, ClaimStore> memoryInboxes;

    /** @param memoryInboxes gives an inbox in memory for a name, the same one each time */
    public PollSubscriptions(Function<String, ClaimStore> memoryInboxes) {
        this.memoryInboxes = memoryInboxes;
    }

    /**
     * Takes a subscription. Those without an inbox get one in memory each, and the one that was left by who polled before
     * them.
     *
     * @param elsewhere whether another component has a subscription
     * @throws IllegalStateException when another consumer polls with the same inbox under the same name
     */
    public PollSubscription take(PollSubscription wanted, Predicate<PollSubscription> elsewhere) {
        if (wanted.inbox() == null) {
            PollSubscription free = null;
            for (int i = 1; free == null; i++) {
                PollSubscription next = wanted.in(memoryInboxes.apply(wanted.name() + "|" + i));
                free = taken.add(next) ? next : null;
            }
            return free;
        }
        if (elsewhere.test(wanted) || !taken.add(wanted)) {
            throw new IllegalStateException("Another route polls as " + wanted.name() + " with the same inbox, so"
                    + " each event would reach one of them only: set the option subscriptionName, different for each");
        }
        return wanted;
    }

    public boolean contains(PollSubscription subscription) {
        return taken.contains(subscription);
    }

    public void giveBack(PollSubscription subscription) {
        taken.remove(subscription);
    }
}
