/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.api;

import static br.com.pilotstatus.camel.api.CallRule.exactlyOneOf;
import static br.com.pilotstatus.camel.api.CallRule.inOrder;
import static br.com.pilotstatus.camel.api.CallRule.notMasked;
import static br.com.pilotstatus.camel.api.CallRule.requiredWhen;
import static br.com.pilotstatus.camel.api.CallSpec.delete;
import static br.com.pilotstatus.camel.api.CallSpec.freePath;
import static br.com.pilotstatus.camel.api.CallSpec.get;
import static br.com.pilotstatus.camel.api.CallSpec.patch;
import static br.com.pilotstatus.camel.api.CallSpec.post;
import static br.com.pilotstatus.camel.api.CallSpec.put;
import static br.com.pilotstatus.camel.api.KeyScope.ANY;
import static br.com.pilotstatus.camel.api.KeyScope.NONE;
import static br.com.pilotstatus.camel.api.KeyScope.NUMBER;
import static br.com.pilotstatus.camel.api.KeyScope.TENANT;
import static br.com.pilotstatus.camel.api.Parameter.inBody;
import static br.com.pilotstatus.camel.api.Parameter.inPath;
import static br.com.pilotstatus.camel.api.Parameter.inQuery;
import static br.com.pilotstatus.camel.api.ParameterType.BOOLEAN;
import static br.com.pilotstatus.camel.api.ParameterType.COLOR;
import static br.com.pilotstatus.camel.api.ParameterType.CONTENT;
import static br.com.pilotstatus.camel.api.ParameterType.DECIMAL;
import static br.com.pilotstatus.camel.api.ParameterType.GROUP;
import static br.com.pilotstatus.camel.api.ParameterType.INTEGER;
import static br.com.pilotstatus.camel.api.ParameterType.LIST;
import static br.com.pilotstatus.camel.api.ParameterType.OBJECT;
import static br.com.pilotstatus.camel.api.ParameterType.PHONE;
import static br.com.pilotstatus.camel.api.ParameterType.PHONES;
import static br.com.pilotstatus.camel.api.ParameterType.TEXT;
import static br.com.pilotstatus.camel.api.ParameterType.TIME;

import br.com.pilotstatus.camel.model.Call;
import br.com.pilotstatus.camel.model.CallResult;
import br.com.pilotstatus.camel.model.CallSession;
import br.com.pilotstatus.camel.model.CancelResult;
import br.com.pilotstatus.camel.model.Conversation;
import br.com.pilotstatus.camel.model.Group;
import br.com.pilotstatus.camel.model.GroupMessage;
import br.com.pilotstatus.camel.model.HistoryMessage;
import br.com.pilotstatus.camel.model.MediaDownload;
import br.com.pilotstatus.camel.model.MessageAccepted;
import br.com.pilotstatus.camel.model.MessageState;
import br.com.pilotstatus.camel.model.Newsletter;
import br.com.pilotstatus.camel.model.NumberCheck;
import br.com.pilotstatus.camel.model.NumberLink;
import br.com.pilotstatus.camel.model.NumberStatus;
import br.com.pilotstatus.camel.model.OptIn;
import br.com.pilotstatus.camel.model.Referral;
import br.com.pilotstatus.camel.model.Template;
import br.com.pilotstatus.camel.model.UnreadMessage;
import br.com.pilotstatus.camel.model.Webhook;
import br.com.pilotstatus.camel.model.WebhookLog;
import br.com.pilotstatus.camel.model.WhatsappNumber;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The table of all calls. An entry says all there is to know of a call; adding a call is adding an entry.
 *
 * <p>Irreversible are those that delete what cannot be had back (<code>templates-delete</code>,
 * <code>numbers-delete</code>, <code>webhooks-delete</code>, and <code>subscription-numbers-release</code>, which gives
 * up numbers paid for), that end a key at once (<code>api-keys-regenerate</code>, <code>api-keys-rotate</code>), that cost
 * money (<code>subscription-numbers-buy</code>, <code>billing-checkout</code>), and that create a number
 * (<code>numbers-create</code>, <code>numbers-meta-create</code>, <code>numbers-remote-pairing</code>), since each number
 * takes one of the plan and is billed.
 */
public enum Operation {
    SEND(post("/messages/send").scope(NUMBER).answers(MessageAccepted.class).takesMessage()),
    STATUS(get("/messages/{messageId}")
            .scope(NUMBER)
            .answers(MessageState.class)
            .subject(inPath("messageId"))),
    CANCEL(delete("/messages/cancel")
            .scope(NUMBER)
            .answers(CancelResult.class)
            .subject(inBody("messageIds", LIST).mandatory().between(1, 100))),

    MESSAGES_HISTORY(get("/messages/history")
            .scope(NUMBER)
            .answersPage(HistoryMessage.class, "messages")
            .takes(DatedPage.PARAMETERS)
            .checkedBy(DatedPage.RULE)),
    MESSAGES_GROUP(get("/messages/group")
            .scope(NUMBER)
            .answersPage(GroupMessage.class, "messages")
            .takes(DatedPage.PARAMETERS)
            .checkedBy(DatedPage.RULE)),
    MESSAGES_UNREAD(get("/messages/unread")
            .scope(NUMBER)
            .answersPage(UnreadMessage.class, "messages")
            .takes(
                    inQuery("page", INTEGER).from(1),
                    inQuery("pageSize", INTEGER).between(1, 100))),
    MESSAGES_OPT_IN(get("/messages/opt-in")
            .scope(NUMBER)
            .answers(OptIn.class)
            .takes(inQuery("destinationNumber", PHONE).mandatory())),
    CONVERSATIONS_LIST(get("/conversations")
            .scope(NUMBER)
            .answersPage(Conversation.class, "conversations")
            .takes(DatedPage.PARAMETERS)
            .checkedBy(DatedPage.RULE)),

    TEMPLATES_LIST(get("/templates").scope(NUMBER).answersList(Template.class, "templates")),
    TEMPLATES_GET(get("/templates/{id}").scope(NUMBER).answers(Template.class).subject(inPath("id"))),
    TEMPLATES_CREATE(post("/templates")
            .scope(NUMBER)
            .answers(Template.class)
            .takes(
                    inBody("name", TEXT).mandatory(),
                    inBody("category", TEXT).oneOf("MARKETING", "UTILITY", "OTP"),
                    inBody("language", TEXT),
                    inBody("body", CONTENT).mandatory(),
                    inBody("examples", OBJECT))
            .checkedBy(TemplateRules::check)),
    TEMPLATES_UPDATE(put("/templates/{id}")
            .scope(NUMBER)
            .answers(Template.class)
            .subject(inPath("id"))
            .takes(
                    inBody("category", TEXT).oneOf("MARKETING", "UTILITY", "OTP"),
                    inBody("language", TEXT),
                    inBody("body", CONTENT).mandatory(),
                    inBody("examples", OBJECT))
            .checkedBy(TemplateRules::check)),
    TEMPLATES_DELETE(
            delete("/templates/{id}").scope(NUMBER).subject(inPath("id")).irreversible()),

    GROUPS_LIST(get("/groups").scope(NUMBER).answersList(Group.class, "groups")),
    GROUPS_GET(get("/groups/{groupId}").scope(NUMBER).answers(Group.class).subject(inPath("groupId", GROUP))),
    GROUPS_CREATE(post("/groups")
            .scope(NUMBER)
            .answers(Group.class)
            .takes(inBody("subject", TEXT).mandatory(), inBody("participants", PHONES))),
    GROUPS_PARTICIPANTS_ADD(post("/groups/{groupId}/participants")
            .scope(NUMBER)
            .subject(inPath("groupId", GROUP))
            .takes(inBody("participants", PHONES).mandatory().from(1))),
    GROUPS_PARTICIPANTS_REMOVE(delete("/groups/{groupId}/participants")
            .scope(NUMBER)
            .subject(inPath("groupId", GROUP))
            .takes(inBody("participants", PHONES).mandatory().from(1))),
    NEWSLETTERS_LIST(get("/newsletters").scope(NUMBER).answersList(Newsletter.class, "newsletters")),

    MEDIA_GET(get("/media/{mediaId}")
            .scope(NUMBER)
            .answers(MediaDownload.class)
            .subject(inPath("mediaId"))
            .takes(inQuery("phoneNumberId").mandatory())),
    ANALYTICS_DASHBOARD(get("/analytics/dashboard")
            .scope(NUMBER)
            .takes(inQuery("period").oneOf("7d", "30d", "90d"), inQuery("tz"), inQuery("timezone"))),

    CALLS_LIST(get("/calls")
            .scope(NUMBER)
            .answersList(Call.class, "calls")
            .takes(inQuery("limit", INTEGER).between(1, 100), inQuery("before", TIME))),
    CALLS_GET(get("/calls/{callId}")
            .scope(NUMBER)
            .answers(Call.class)
            .subject(inPath("callId"))
            .takes(inQuery("includeSdp", INTEGER).between(0, 1))),
    CALLS_START(post("/calls")
            .scope(NUMBER)
            .answers(Call.class)
            .takes(
                    inBody("to", PHONE).mandatory(),
                    inBody("sdp", TEXT),
                    inBody("sdpType", TEXT),
                    inBody("bizOpaqueCallbackData", TEXT))),
    CALLS_PRE_ACCEPT(post("/calls/{callId}/pre-accept")
            .scope(NUMBER)
            .answers(CallResult.class)
            .subject(inPath("callId"))
            .takes(inBody("sdp", TEXT))),
    CALLS_ACCEPT(post("/calls/{callId}/accept")
            .scope(NUMBER)
            .answers(CallResult.class)
            .subject(inPath("callId"))
            .takes(inBody("sdp", TEXT))),
    CALLS_REJECT(post("/calls/{callId}/reject")
            .scope(NUMBER)
            .answers(CallResult.class)
            .subject(inPath("callId"))),
    CALLS_TERMINATE(post("/calls/{callId}/terminate")
            .scope(NUMBER)
            .answers(CallResult.class)
            .subject(inPath("callId"))),
    CALLS_PLAY(post("/calls/{callId}/play")
            .scope(NUMBER)
            .answers(CallResult.class)
            .subject(inPath("callId"))
            .takes(inBody("mediaUrl", TEXT).mandatory())),
    CALLS_SESSION(post("/calls/{callId}/realtime-session")
            .scope(NUMBER)
            .answers(CallSession.class)
            .subject(inPath("callId"))
            .takes(inBody("mode", TEXT).mandatory().oneOf("talk", "listen"))),
    CALLS_SETTINGS_GET(get("/calls/settings").scope(NUMBER)),
    CALLS_SETTINGS_UPDATE(put("/calls/settings")
            .scope(NUMBER)
            .takes(
                    inBody("status", TEXT),
                    inBody("call_icon_visibility", TEXT),
                    inBody("callback_permission_status", TEXT),
                    inBody("call_hours", OBJECT),
                    inBody("voicemail", OBJECT))
            .takesMore()),
    CALLS_PERMISSIONS_GET(
            get("/calls/permissions").scope(NUMBER).takes(inQuery("to", PHONE).mandatory())),
    CALLS_PERMISSIONS_REQUEST(post("/calls/permissions/request")
            .scope(NUMBER)
            .takes(inBody("to", PHONE).mandatory(), inBody("text", TEXT))),

    NUMBERS_LIST(get("/numbers").scope(ANY).answersList(WhatsappNumber.class, "numbers")),
    NUMBERS_GET(get("/numbers/{id}")
            .scope(ANY)
            .answers(WhatsappNumber.class)
            .subject(inPath("id"))
            .takes(inQuery("refresh", INTEGER).between(0, 1))),
    NUMBERS_CREATE(post("/numbers")
            .scope(ANY)
            .irreversible()
            .takes(
                    inBody("name", TEXT).mandatory(),
                    inBody("number", PHONE).mandatory(),
                    inBody("linkToApiKey", BOOLEAN))),
    NUMBERS_META_CREATE(post("/numbers/meta")
            .scope(ANY)
            .irreversible()
            .takes(
                    inBody("name", TEXT),
                    inBody("number", PHONE),
                    inBody("metaPhoneId", TEXT).mandatory())
            .takesMore()),
    NUMBERS_UPDATE(patch("/numbers/{id}")
            .scope(ANY)
            .subject(inPath("id"))
            .takes(inBody("settings", OBJECT))
            .takesMore()),
    NUMBERS_DELETE(delete("/numbers/{id}").scope(ANY).subject(inPath("id")).irreversible()),
    NUMBERS_CONNECT(
            get("/numbers/{id}/connect").scope(ANY).answers(NumberLink.class).subject(inPath("id"))),
    NUMBERS_STATUS(
            get("/numbers/{id}/status").scope(ANY).answers(NumberStatus.class).subject(inPath("id"))),
    NUMBERS_LOGOUT(post("/numbers/{id}/logout").scope(ANY).subject(inPath("id"))),
    NUMBERS_CHECK(post("/numbers/check")
            .scope(NUMBER)
            .answersList(NumberCheck.class, "results")
            .takes(inBody("numbers", PHONES).between(1, 20), inBody("number", PHONE))
            .checkedBy(exactlyOneOf("numbers", "number"))),
    NUMBERS_REMOTE_PAIRING(post("/numbers/remote-pairing")
            .scope(ANY)
            .irreversible()
            .takes(
                    inBody("provider", TEXT).oneOf("PILOT_STATUS", "META"),
                    inBody("name", TEXT),
                    inBody("number", PHONE),
                    inBody("sendViaWhatsApp", BOOLEAN),
                    inBody("redirectUrl", TEXT),
                    inBody("externalRef", TEXT),
                    inBody("linkToApiKey", BOOLEAN),
                    inBody("metaFlow", TEXT).oneOf("embedded", "credentials"),
                    inBody("branding", OBJECT),
                    inBody("brandingOverride", OBJECT))
            .checkedBy(requiredWhen("provider", "PILOT_STATUS", true, "name", "number"))),
    NUMBERS_UPGRADE_TO_DUAL(post("/numbers/{id}/upgrade-to-dual").scope(ANY).subject(inPath("id"))),

    PAIRING_GET(get("/remote-pairing/{token}").scope(NONE).subject(inPath("token"))),
    PAIRING_CONNECT(post("/remote-pairing/{token}/connect")
            .scope(NONE)
            .answers(NumberLink.class)
            .subject(inPath("token"))),
    PAIRING_STATUS(get("/remote-pairing/{token}/status")
            .scope(NONE)
            .answers(NumberStatus.class)
            .subject(inPath("token"))),

    API_KEYS_LIST(get("/api-keys").scope(TENANT).answersList(Map.class, "apiKeys")),
    API_KEYS_REGENERATE(post("/api-keys")
            .scope(TENANT)
            .irreversible()
            .subject(inBody("whatsappNumberId", TEXT).mandatory())),
    API_KEYS_ROTATE(post("/api-keys/regenerate").scope(ANY).irreversible()),

    WEBHOOKS_LIST(get("/webhooks").scope(ANY).answersList(Webhook.class, "webhooks")),
    WEBHOOKS_GET(get("/webhooks/{id}").scope(ANY).answers(Webhook.class).subject(inPath("id"))),
    WEBHOOKS_CREATE(post("/webhooks")
            .scope(ANY)
            .answers(Webhook.class)
            .takes(
                    inBody("url", TEXT).mandatory(),
                    inBody("name", TEXT),
                    inBody("events", LIST),
                    inBody("active", BOOLEAN),
                    inBody("whatsappNumberId", TEXT))
            .guardedBy(notMasked("url"))),
    WEBHOOKS_UPDATE(patch("/webhooks/{id}")
            .scope(ANY)
            .answers(Webhook.class)
            .subject(inPath("id"))
            .takes(inBody("name", TEXT), inBody("url", TEXT), inBody("active", BOOLEAN), inBody("events", LIST))
            .guardedBy(notMasked("url"))),
    WEBHOOKS_DELETE(delete("/webhooks/{id}").scope(ANY).subject(inPath("id")).irreversible()),
    WEBHOOKS_LOGS(get("/webhooks/{id}/logs")
            .scope(ANY)
            .answersList(WebhookLog.class, "logs")
            .subject(inPath("id"))
            .takes(inQuery("limit", INTEGER).between(1, 50), inQuery("event"))),

    BRANDING_GET(get("/branding").scope(TENANT)),
    BRANDING_UPDATE(put("/branding")
            .scope(TENANT)
            .takes(
                    inBody("logoUrl", TEXT).orNull(),
                    inBody("primaryColor", COLOR).orNull(),
                    inBody("backgroundColor", COLOR).orNull(),
                    inBody("companyName", TEXT).upTo(60).orNull(),
                    inBody("subtitle", TEXT).upTo(120).orNull(),
                    inBody("supportUrl", TEXT).orNull(),
                    inBody("defaultRedirectUrl", TEXT).orNull(),
                    inBody("hidePilotStatusBranding", BOOLEAN))),
    SUBSCRIPTION_NUMBERS_PREVIEW(get("/subscription/extra-numbers")
            .scope(TENANT)
            .takes(inQuery("quantity", INTEGER).from(1))),
    SUBSCRIPTION_NUMBERS_BUY(post("/subscription/extra-numbers")
            .scope(TENANT)
            .irreversible()
            .takes(inBody("quantity", INTEGER).from(1), inBody("confirm", BOOLEAN))),
    SUBSCRIPTION_NUMBERS_RELEASE(delete("/subscription/extra-numbers")
            .scope(TENANT)
            .irreversible()
            .takes(inBody("quantity", INTEGER).from(1))),
    BILLING_CHECKOUT(post("/billing/checkout")
            .scope(TENANT)
            .irreversible()
            .takes(
                    inBody("purpose", TEXT).mandatory().oneOf("wallet_topup", "add_card"),
                    inBody("amount", DECIMAL),
                    inBody("successUrl", TEXT),
                    inBody("cancelUrl", TEXT))
            .checkedBy(requiredWhen("purpose", "wallet_topup", false, "amount"))),
    EMBED_SESSIONS_CREATE(post("/embed/sessions")
            .scope(ANY)
            .takes(
                    inBody("surface", TEXT).mandatory().oneOf("chat", "connect"),
                    inBody("allowedOrigins", LIST).mandatory().between(1, 20),
                    inBody("whatsappNumberIds", LIST),
                    inBody("brandingOverride", OBJECT),
                    inBody("ttlSeconds", INTEGER).between(1, 3600))),
    PROJECTS_LIST(get("/projects").scope(ANY).answersList(Map.class, "projects")),
    PROJECTS_CREATE(post("/projects").scope(ANY).takes(inBody("name", TEXT).mandatory(), inBody("description", TEXT))),

    REFERRALS_LIST(get("/referrals")
            .scope(NUMBER)
            .answersPage(Referral.class, "referrals")
            .takes(
                    inQuery("sourceType").oneOf("ad", "post"),
                    inQuery("sourceId"),
                    inQuery("page", INTEGER).from(1),
                    inQuery("pageSize", INTEGER).between(1, 100))),

    REQUEST_GET(freePath(HttpMethod.GET)),
    REQUEST_POST(freePath(HttpMethod.POST)),
    REQUEST_PUT(freePath(HttpMethod.PUT)),
    REQUEST_PATCH(freePath(HttpMethod.PATCH)),
    REQUEST_DELETE(freePath(HttpMethod.DELETE).irreversible());

    /** What the lists by date and page have in common. */
    private static final class DatedPage {
        static final Parameter[] PARAMETERS = {
            inQuery("startDate", TIME),
            inQuery("endDate", TIME),
            inQuery("page", INTEGER).from(1),
            inQuery("pageSize", INTEGER).between(1, 100)
        };
        static final CallRule RULE = inOrder("startDate", "endDate");
    }

    private final CallSpec spec;
    private final List<Parameter> parameters;
    private final String operationName;

    Operation(CallSpec spec) {
        this.spec = spec;
        this.parameters = spec.parameters();
        this.operationName = name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The operation that an endpoint URI names, such as <code>templates-list</code>. */
    public static Optional<Operation> named(String name) {
        return Arrays.stream(values())
                .filter(operation -> !operation.anyPath())
                .filter(operation -> operation.operationName().equals(name))
                .findFirst();
    }

    /** The call of any path with that method. */
    public static Operation request(HttpMethod method) {
        return Arrays.stream(values())
                .filter(operation -> operation.anyPath() && operation.method() == method)
                .findFirst()
                .orElseThrow();
    }

    /** All names, for messages to people. */
    public static String names() {
        return Arrays.stream(values())
                .filter(operation -> !operation.anyPath())
                .map(Operation::operationName)
                .collect(Collectors.joining(", "));
    }

    /** Name in an endpoint URI: the resource first, in kebab case. */
    public String operationName() {
        return operationName;
    }

    /** The HTTP method of the call. */
    public HttpMethod method() {
        return spec.method;
    }

    /** Path below the base URL, with the names of its parameters in braces; null when the route names it. */
    public String path() {
        return spec.path;
    }

    /** Which key the call needs. */
    public KeyScope keyScope() {
        return spec.keyScope;
    }

    /** How the answer is read. */
    public Answer answer() {
        return spec.answer;
    }

    /** What the call takes, its subject first. */
    public List<Parameter> parameters() {
        return parameters;
    }

    /** What the call takes under that name. */
    public Optional<Parameter> parameter(String name) {
        return parameters.stream()
                .filter(parameter -> parameter.name().equals(name))
                .findFirst();
    }

    /** What the call is about, which the option <code>id</code> names. */
    public Optional<Parameter> subject() {
        return Optional.ofNullable(spec.subject);
    }

    /** Whether the call sends a message, whose fields have options and headers of their own. */
    public boolean takesMessage() {
        return spec.message;
    }

    /** Whether the route names the path. */
    public boolean anyPath() {
        return spec.path == null;
    }

    /** Whether the body may have fields that the table does not name. */
    public boolean takesMore() {
        return spec.open;
    }

    /** Fails when values do not go together; without rules, only when the call would do harm. */
    void check(ObjectNode values, boolean validate) {
        spec.guard.check(values);
        if (validate) {
            spec.rule.check(values);
        }
    }

    /** Whether the call has a JSON body made of parameters. */
    public boolean hasBodyParameters() {
        return parameters.stream().anyMatch(parameter -> parameter.place() == Parameter.Place.BODY);
    }

    /** Whether the call only reads, so that repeating it does no harm. */
    public boolean reads() {
        return method() == HttpMethod.GET;
    }

    /** Whether what the call does cannot be undone, or costs money, so that the route's author must confirm it. */
    public boolean irreversible() {
        return spec.irreversible;
    }
}
