/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.api.numbers;

import static java.util.Map.entry;

import br.com.pilotstatus.simulator.api.operation.ApiOperation;
import br.com.pilotstatus.simulator.life.NumberScan;
import br.com.pilotstatus.simulator.state.World;
import br.com.pilotstatus.simulator.webhook.NumberEvents;
import br.com.pilotstatus.simulator.webhook.WebhookDispatcher;
import java.util.Map;

/** What the API offers for numbers. */
public final class NumberOperations {

    private NumberOperations() {}

    /** The operations by their ids in the document. */
    public static Map<String, ApiOperation> of(World world, WebhookDispatcher dispatcher) {
        NumberEvents events = new NumberEvents(world, dispatcher);
        NumberScan scan = new NumberScan(world, number -> events.publish("number.connected", number));
        NumberResource numbers = new NumberResource(world, events, scan);
        NumberCreationResource creation = new NumberCreationResource(world, scan);
        PairingResource pairings = new PairingResource(world, creation, scan);
        NumberCheckResource checks = new NumberCheckResource(world);
        return Map.ofEntries(
                entry("listNumbers", numbers::list),
                entry("getNumber", numbers::get),
                entry("updateNumber", numbers::update),
                entry("deleteNumber", numbers::delete),
                entry("logoutNumber", numbers::logout),
                entry("connectNumber", numbers::connect),
                entry("getNumberStatus", numbers::status),
                entry("upgradeNumberToDual", numbers::upgradeToDual),
                entry("createNumber", creation::create),
                entry("createMetaNumber", creation::createMeta),
                entry("checkNumbers", checks::check),
                entry("createRemotePairing", pairings::create),
                entry("getPairing", pairings::get),
                entry("connectPairing", pairings::connect),
                entry("getPairingStatus", pairings::status));
    }
}
