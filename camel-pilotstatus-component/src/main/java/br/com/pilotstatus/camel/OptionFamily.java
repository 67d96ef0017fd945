/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel;

import br.com.pilotstatus.camel.client.Operation;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Options that belong together, and the operations that take them. An option may be of several families; one that is of
 * none belongs to every operation.
 */
enum OptionFamily {
    /** What is sent, and to whom. */
    SEND(
            Operation.SEND.operationName()::equals,
            "variables.",
            "to",
            "groupId",
            "newsletterId",
            "templateId",
            "variables",
            "text",
            "media",
            "mediaType",
            "fileName",
            "caption",
            "buttons",
            "header",
            "footer",
            "deliverAt",
            "deliverUntil",
            "labels",
            "markRead",
            "aiRewriteEnabled",
            "bodyAs",
            "maxMediaSize",
            "timeZone",
            "validate",
            "idempotencyKey"),
    /** What any other call is about. */
    CALL(
            operation -> !EndpointOptions.receives(operation)
                    && !SEND.isTakenBy(operation)
                    && !operation.equals(MediaDownloadProducer.OPERATION),
            "param.",
            "id",
            "params",
            "confirm",
            "pages",
            "maxItems",
            "validate"),
    /** The call of any path. */
    FREE_CALL(EndpointOptions.REQUEST::equals, null, "method", "requestPath"),
    /** Which media is fetched, and from where. */
    MEDIA_DOWNLOAD(
            MediaDownloadProducer.OPERATION::equals, "param.", "params", "maxMediaSize", "allowPrivateAddresses"),
    /** What becomes of a call. */
    PRODUCER(
            operation -> !EndpointOptions.receives(operation),
            null,
            "result",
            "defaultRegion",
            "journal",
            "maxRequestSize"),
    /** Which events are wanted, and how each comes once. */
    CONSUMER(EndpointOptions::receives, null, "events", "inbox"),
    /** How events are sent here. */
    WEBHOOK(
            EndpointOptions.WEBHOOK::equals,
            null,
            "path",
            "verify",
            "token",
            "secret",
            "signatureHeader",
            "verifier",
            "maxPayloadSize",
            "httpServer",
            "autoRegister",
            "publicUrl",
            "unregisterOnStop"),
    /** How events are asked for. Most of these are Camel's own. */
    POLL(
            PollOptions.POLL::equals,
            "scheduler.",
            "overlap",
            "subscriptionName",
            "startScheduler",
            "initialDelay",
            "delay",
            "timeUnit",
            "useFixedDelay",
            "pollStrategy",
            "runLoggingLevel",
            "sendEmptyMessageWhenIdle",
            "greedy",
            "scheduler",
            "schedulerProperties",
            "scheduledExecutorService",
            "backoffMultiplier",
            "backoffIdleThreshold",
            "backoffErrorThreshold",
            "repeatCount");

    private final Predicate<String> operations;
    private final String prefix;
    private final Set<String> names;

    /** @param prefix what the names of further options begin with; null when there are none */
    OptionFamily(Predicate<String> operations, String prefix, String... names) {
        this.operations = operations;
        this.prefix = prefix;
        this.names = Set.of(names);
    }

    boolean contains(String option) {
        return names.contains(option) || (prefix != null && option.startsWith(prefix));
    }

    boolean isTakenBy(String operation) {
        return operations.test(operation);
    }
}
