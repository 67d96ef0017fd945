/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.api.groups;

import br.com.pilotstatus.simulator.api.operation.ApiOperation;
import br.com.pilotstatus.simulator.state.World;
import java.util.Map;

/** What the API offers for groups and newsletters. */
public final class GroupOperations {

    private GroupOperations() {}

    /** The operations by their ids in the document. */
    public static Map<String, ApiOperation> of(World world) {
        GroupResource groups = new GroupResource(world);
        NewsletterResource newsletters = new NewsletterResource(world);
        return Map.of(
                "listGroups", groups::list,
                "createGroup", groups::create,
                "getGroup", groups::get,
                "addGroupParticipants", groups::addParticipants,
                "removeGroupParticipants", groups::removeParticipants,
                "listNewsletters", newsletters::list);
    }
}
