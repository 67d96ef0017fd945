/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.client;

import static br.com.pilotstatus.camel.client.CallSpec.delete;
import static br.com.pilotstatus.camel.client.CallSpec.get;
import static br.com.pilotstatus.camel.client.CallSpec.patch;
import static br.com.pilotstatus.camel.client.CallSpec.post;
import static br.com.pilotstatus.camel.client.KeyScope.ANY;
import static br.com.pilotstatus.camel.client.KeyScope.NUMBER;
import static br.com.pilotstatus.camel.client.Parameter.Type.BOOLEAN;
import static br.com.pilotstatus.camel.client.Parameter.Type.LIST;
import static br.com.pilotstatus.camel.client.Parameter.Type.TEXT;
import static br.com.pilotstatus.camel.client.Parameter.inBody;
import static br.com.pilotstatus.camel.client.Parameter.inPath;
import static br.com.pilotstatus.camel.client.Parameter.inQuery;
import static br.com.pilotstatus.camel.client.Parameter.listInBody;

import br.com.pilotstatus.camel.model.CancelResult;
import br.com.pilotstatus.camel.model.MessageAccepted;
import br.com.pilotstatus.camel.model.MessageState;
import br.com.pilotstatus.camel.model.Template;
import br.com.pilotstatus.camel.model.Webhook;
import br.com.pilotstatus.camel.model.WebhookLog;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The table of all calls. An entry says all there is to know of a call; adding a call is adding an entry. */
public enum Operation {
    SEND(post("/messages/send").scope(NUMBER).answers(MessageAccepted.class).takesMessage()),
    STATUS(get("/messages/{messageId}")
            .scope(NUMBER)
            .answers(MessageState.class)
            .subject(inPath("messageId"))),
    CANCEL(delete("/messages/cancel")
            .scope(NUMBER)
            .answers(CancelResult.class)
            .subject(listInBody("messageIds", 1, 100))),

    TEMPLATES_LIST(get("/templates").scope(NUMBER).answersList(Template.class, "templates")),
    TEMPLATES_GET(get("/templates/{id}").scope(NUMBER).answers(Template.class).subject(inPath("id"))),

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
                    inBody("whatsappNumberId", TEXT))),
    WEBHOOKS_UPDATE(patch("/webhooks/{id}")
            .scope(ANY)
            .answers(Webhook.class)
            .subject(inPath("id"))
            .takes(inBody("name", TEXT), inBody("url", TEXT), inBody("active", BOOLEAN), inBody("events", LIST))),
    WEBHOOKS_DELETE(delete("/webhooks/{id}").scope(ANY).subject(inPath("id")).irreversible()),
    WEBHOOKS_LOGS(get("/webhooks/{id}/logs")
            .scope(ANY)
            .answersList(WebhookLog.class, "logs")
            .subject(inPath("id"))
            .takes(inQuery("limit", 1, 50), inQuery("event")));

    private final CallSpec spec;

    Operation(CallSpec spec) {
        this.spec = spec;
    }

    /** The operation that an endpoint URI names, such as <code>templates-list</code>. */
    public static Optional<Operation> named(String name) {
        return Arrays.stream(values())
                .filter(operation -> operation.operationName().equals(name))
                .findFirst();
    }

    /** All names, for messages to people. */
    public static String names() {
        return Arrays.stream(values()).map(Operation::operationName).collect(Collectors.joining(", "));
    }

    /** Name in an endpoint URI: the resource first, in kebab case. */
    public String operationName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public HttpMethod method() {
        return spec.method();
    }

    /** Path below the base URL, with the names of its parameters in braces. */
    public String path() {
        return spec.path();
    }

    public KeyScope keyScope() {
        return spec.keyScope();
    }

    public Answer answer() {
        return spec.answer();
    }

    /** What the call takes, its subject first. */
    public List<Parameter> parameters() {
        return spec.parameters();
    }

    public Optional<Parameter> parameter(String name) {
        return parameters().stream()
                .filter(parameter -> parameter.name().equals(name))
                .findFirst();
    }

    /** What the call is about, which the option <code>id</code> names. */
    public Optional<Parameter> subject() {
        return Optional.ofNullable(spec.subject());
    }

    /** Whether the call sends a message, whose fields have options and headers of their own. */
    public boolean takesMessage() {
        return spec.message();
    }

    /** Whether the call has a JSON body made of parameters. */
    public boolean hasBodyParameters() {
        return parameters().stream().anyMatch(parameter -> parameter.place() == Parameter.Place.BODY);
    }

    /** Whether the call only reads, so that repeating it does no harm. */
    public boolean reads() {
        return method() == HttpMethod.GET;
    }

    /** Whether what the call does cannot be undone, or costs money, so that the route's author must confirm it. */
    public boolean irreversible() {
        return spec.irreversibly();
    }
}
