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
        HistoryResource history = new HistoryResource(world);
        ConversationResource conversations = new ConversationResource(world);
        OptInResource optIns = new OptInResource(world);
        ReferralResource referrals = new ReferralResource(world);
        return Map.of(
                "listMessageHistory", new StoredList(world, "messages", history::history),
                "listGroupMessages", new StoredList(world, "messages", history::groups),
                "listUnreadMessages", new StoredList(world, "messages", history::unread),
                "listConversations", new StoredList(world, "conversations", conversations::list),
                "checkOptIn", optIns::check,
                "listReferrals", referrals::list);
    }
}
