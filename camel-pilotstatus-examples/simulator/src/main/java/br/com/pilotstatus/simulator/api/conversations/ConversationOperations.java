/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.api.conversations;

import br.com.pilotstatus.simulator.api.operation.ApiOperation;
import br.com.pilotstatus.simulator.state.World;
import java.util.Map;

/** What the API offers for conversations: what was written, by whom, and what brought customers here. */
public final class ConversationOperations {

    private ConversationOperations() {}

    /** The operations by their ids in the document. */
    public static Map<String, ApiOperation> of(World world) {
        return Map.of(
                "listMessageHistory", new StoredList(world, "messages", new ListMessageHistory(world)),
                "listGroupMessages", new StoredList(world, "messages", new ListGroupMessages(world)),
                "listUnreadMessages", new StoredList(world, "messages", new ListUnreadMessages(world)),
                "listConversations", new StoredList(world, "conversations", new ListConversations(world)),
                "checkOptIn", new CheckOptIn(world),
                "listReferrals", new ListReferrals(world));
    }
}
