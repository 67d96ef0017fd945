/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.journal;

import br.com.pilotstatus.camel.model.HistoryMessage;
import br.com.pilotstatus.camel.model.MessageState;
import br.com.pilotstatus.camel.model.Template;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/** What the service tells of the messages of one number. Each method may ask it, and fails when it cannot be asked. */
public interface MessageHistory {

    /** Passes on the messages from a time on, each once; in pages, so that any number of them may be there. */
    void read(Instant from, Consumer<HistoryMessage> each);

    /** A message by any of its ids; empty when the service knows none. */
    Optional<MessageState> message(String id);

    /** A template by its id or its name; empty when the service knows none. */
    Optional<Template> template(String name);
}
