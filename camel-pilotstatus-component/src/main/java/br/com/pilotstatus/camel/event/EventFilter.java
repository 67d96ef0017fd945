/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.event;

import br.com.pilotstatus.camel.model.CommaText;
import br.com.pilotstatus.camel.model.WebhookEvent;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which events a route wants. Messages that were sent from the number itself are left out unless {@value #FROM_ME} is
 * named, so that a route that answers messages does not answer itself.
 */
public final class EventFilter {

    /** Name that lets inbound events through that were sent from the number itself. */
    public static final String FROM_ME = "fromMe";

    private static final String ALL = "*";
    /** The service sends these only to webhooks that ask for everything. */
    private static final Set<String> ONLY_WITH_ALL =
            Set.of("number.health_degraded", "number.health_blocked", "number.health_shadowban", "number.recovered");

    /** The names of all events, for editors, which read them from annotations. */
    public static final String EVENTS = "message.sent,message.delivered,message.read,message.failed,message.received,"
            + "message.reply,message.group,message.newsletter,number.created,number.connected,number.disconnected,"
            + "number.removed,number.health_degraded,number.health_blocked,number.health_shadowban,number.recovered,"
            + "call.ringing,call.connected,call.ended,call.missed,call.permission_updated,calls,optin.created,"
            + WebhookEvent.META_ENVELOPE;

    private static final Set<String> KNOWN = new TreeSet<>(CommaText.names(EVENTS));

    private final List<String> names;
    private final boolean fromMe;

    private EventFilter(List<String> names, boolean fromMe) {
        this.names = names;
        this.fromMe = fromMe;
    }

    /**
     * Reads the names, separated by commas: of events, of families as in <code>message.*</code>, <code>*</code> for all.
     *
     * @param  events                   the names; null or empty for all events
     * @throws IllegalArgumentException when a name is neither; the message lists the valid ones
     */
    public static EventFilter of(String events) {
        List<String> all = CommaText.names(events);
        List<String> names = all.stream().filter(name -> !name.equals(FROM_ME)).toList();
        names.forEach(EventFilter::requireKnown);
        return new EventFilter(names.isEmpty() ? List.of(ALL) : names, all.contains(FROM_ME));
    }

    /** Fails as {@link #of} does. */
    public static void check(String events) {
        CommaText.names(events).stream().filter(name -> !name.equals(FROM_ME)).forEach(EventFilter::requireKnown);
    }

    public boolean accepts(WebhookEvent event) {
        return (fromMe || !event.inbound() || !event.fromMe())
                && names.stream().anyMatch(name -> matches(name, event.name()));
    }

    /**
     * The names that a webhook must be registered for, so that all that is accepted here comes: <code>*</code> alone for
     * everything; empty when nothing is accepted that can be registered for.
     */
    public List<String> subscription() {
        Set<String> wanted = new TreeSet<>();
        KNOWN.stream()
                .filter(name -> names.stream().anyMatch(pattern -> matches(pattern, name)))
                .filter(name -> !name.equals(WebhookEvent.META_ENVELOPE))
                .forEach(wanted::add);
        boolean all = names.contains(ALL) || wanted.stream().anyMatch(ONLY_WITH_ALL::contains);
        return all ? List.of(ALL) : List.copyOf(wanted);
    }

    private static void requireKnown(String name) {
        boolean family = name.endsWith(".*");
        if (!name.equals(ALL)
                && KNOWN.stream().noneMatch(known -> family ? matches(name, known) : name.equals(known))) {
            throw new IllegalArgumentException("The option events names '" + name + "', which is no event; write *, "
                    + "message.*, number.*, call.*, " + FROM_ME + ", or one of " + String.join(", ", KNOWN));
        }
    }

    private static boolean matches(String name, String event) {
        return name.endsWith(ALL) ? event.startsWith(name.substring(0, name.length() - 1)) : name.equals(event);
    }
}
