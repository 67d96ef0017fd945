/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.api;

import static java.util.Map.entry;

import br.com.pilotstatus.simulator.life.CallCourse;
import br.com.pilotstatus.simulator.life.Lifecycle;
import br.com.pilotstatus.simulator.life.NumberScan;
import br.com.pilotstatus.simulator.life.TemplateReview;
import br.com.pilotstatus.simulator.state.BoundedLog;
import br.com.pilotstatus.simulator.state.WebhookAttempt;
import br.com.pilotstatus.simulator.state.World;
import br.com.pilotstatus.simulator.webhook.CallEvents;
import br.com.pilotstatus.simulator.webhook.NumberEvents;
import br.com.pilotstatus.simulator.webhook.WebhookDispatcher;
import java.util.HashMap;
import java.util.Map;

/** The table of what is simulated: one entry for each operation id of the document that has an answer here. */
final class ApiOperations {

    private ApiOperations() {}

    static Map<String, ApiOperation> table(
            World world, Lifecycle lifecycle, WebhookDispatcher dispatcher, BoundedLog<WebhookAttempt> attempts) {
        Map<String, ApiOperation> table = new HashMap<>();
        table.putAll(messages(world, lifecycle));
        table.putAll(templates(world));
        table.putAll(groups(world));
        table.putAll(calls(world, dispatcher));
        table.putAll(numbers(world, dispatcher));
        table.putAll(administration(world));
        table.putAll(webhooks(world, attempts));
        return table;
    }

    private static Map<String, ApiOperation> messages(World world, Lifecycle lifecycle) {
        return Map.ofEntries(
                entry("sendMessage", new SendMessage(world, lifecycle)),
                entry("getMessage", new GetMessage(world)),
                entry("cancelMessages", new CancelMessages(world)),
                entry("listMessageHistory", new StoredList(world, "messages", new ListMessageHistory(world))),
                entry("listGroupMessages", new StoredList(world, "messages", new ListGroupMessages(world))),
                entry("listUnreadMessages", new StoredList(world, "messages", new ListUnreadMessages(world))),
                entry("listConversations", new StoredList(world, "conversations", new ListConversations(world))),
                entry("checkOptIn", new CheckOptIn(world)),
                entry("downloadMedia", new DownloadMedia(world)),
                entry("getDashboard", new GetDashboard(world)),
                entry("listReferrals", new ListReferrals(world)));
    }

    private static Map<String, ApiOperation> templates(World world) {
        TemplateReview review = new TemplateReview(world);
        return Map.of(
                "listTemplates", new ListTemplates(world),
                "getTemplate", new GetTemplate(world),
                "createTemplate", new CreateTemplate(world, review),
                "updateTemplate", new UpdateTemplate(world, review),
                "deleteTemplate", new DeleteTemplate(world));
    }

    private static Map<String, ApiOperation> groups(World world) {
        GroupResource groups = new GroupResource(world);
        return Map.of(
                "listGroups", groups::list,
                "createGroup", groups::create,
                "getGroup", groups::get,
                "addGroupParticipants", groups::addParticipants,
                "removeGroupParticipants", groups::removeParticipants,
                "listNewsletters", new ListNewsletters(world));
    }

    private static Map<String, ApiOperation> calls(World world, WebhookDispatcher dispatcher) {
        CallResource calls = new CallResource(world);
        CallEvents events = new CallEvents(world, dispatcher);
        CallActions actions = new CallActions(world, events);
        CallMedia media = new CallMedia(world);
        CallSettingsResource settings = new CallSettingsResource(world);
        CallPermissionResource permissions = new CallPermissionResource(world);
        return Map.ofEntries(
                entry("startCall", new StartCall(world, new CallCourse(world, events))),
                entry("listCalls", calls::list),
                entry("getCall", calls::get),
                entry("preAcceptCall", actions::preAccept),
                entry("acceptCall", actions::accept),
                entry("rejectCall", actions::reject),
                entry("terminateCall", actions::terminate),
                entry("playCallAudio", media::play),
                entry("openCallSession", media::openSession),
                entry("getCallSettings", settings::get),
                entry("updateCallSettings", settings::update),
                entry("getCallPermission", permissions::get),
                entry("requestCallPermission", permissions::request));
    }

    private static Map<String, ApiOperation> numbers(World world, WebhookDispatcher dispatcher) {
        NumberEvents events = new NumberEvents(world, dispatcher);
        NumberScan scan = new NumberScan(world, number -> events.publish("number.connected", number));
        NumberResource numbers = new NumberResource(world, events, scan);
        NumberCreation creation = new NumberCreation(world, scan);
        PairingResource pairings = new PairingResource(world, creation, scan);
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
                entry("checkNumbers", new CheckNumbers(world)),
                entry("createRemotePairing", pairings::create),
                entry("getPairing", pairings::get),
                entry("connectPairing", pairings::connect),
                entry("getPairingStatus", pairings::status));
    }

    private static Map<String, ApiOperation> administration(World world) {
        ApiKeyResource keys = new ApiKeyResource(world);
        BrandingResource branding = new BrandingResource(world);
        ExtraNumbersResource extraNumbers = new ExtraNumbersResource(world);
        ProjectResource projects = new ProjectResource(world);
        return Map.ofEntries(
                entry("listApiKeys", keys::list),
                entry("regenerateNumberApiKey", keys::regenerate),
                entry("rotateApiKey", keys::rotate),
                entry("getBranding", branding::get),
                entry("updateBranding", branding::update),
                entry("previewExtraNumbers", extraNumbers::preview),
                entry("buyExtraNumbers", extraNumbers::buy),
                entry("releaseExtraNumbers", extraNumbers::release),
                entry("createCheckout", new CreateCheckout(world)),
                entry("createEmbedSession", new CreateEmbedSession(world)),
                entry("listProjects", projects::list),
                entry("createProject", projects::create));
    }

    private static Map<String, ApiOperation> webhooks(World world, BoundedLog<WebhookAttempt> attempts) {
        return Map.of(
                "listWebhooks", new ListWebhooks(world),
                "createWebhook", new CreateWebhook(world),
                "getWebhook", new GetWebhook(world),
                "updateWebhook", new UpdateWebhook(world),
                "deleteWebhook", new DeleteWebhook(world),
                "listWebhookLogs", new ListWebhookLogs(world, attempts));
    }
}
