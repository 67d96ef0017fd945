/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.options;

import br.com.pilotstatus.camel.api.Operation;
import br.com.pilotstatus.camel.api.ParameterType;
import br.com.pilotstatus.camel.journal.JournalProducer;
import br.com.pilotstatus.camel.journal.JournalReconcileProducer;
import br.com.pilotstatus.camel.media.MediaDownloadProducer;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Options that belong together, and the operations that take them. An option may be of several families. */
public enum OptionFamily {
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
    CALL(OptionFamily::isCall, "param.", "id", "params", "confirm", "pages", "maxItems", "validate"),
    /** The call of any path. */
    FREE_CALL(EndpointOptions.REQUEST::equals, null, "method", "requestPath"),
    /** Which media is fetched, and from where. */
    MEDIA_DOWNLOAD(
            MediaDownloadProducer.OPERATION::equals, "param.", "params", "maxMediaSize", "allowPrivateAddresses"),
    /** What is asked of the journal. */
    JOURNAL(JournalProducer::handles, "param.", "id", "params"),
    /** What is made of undecided sends. */
    RECONCILE(JournalReconcileProducer.OPERATION::equals, null, "absent", "settleAfter", "retryAfterHeader"),
    /** Where sends are remembered. */
    JOURNALED(OptionFamily::isJournaled, null, "journal"),
    /** How a call is made, and what a route hears of it. */
    PRODUCER(
            operation -> !EndpointOptions.receives(operation)
                    && makesCalls(operation)
                    && !operation.equals(JournalReconcileProducer.OPERATION),
            null,
            "result",
            "maxRequestSize",
            "retryAfterHeader"),
    /** How phone numbers are read. */
    PHONES(OptionFamily::takesPhones, null, "defaultRegion"),
    /** What becomes of a call that may have happened. */
    CHANGING(OptionFamily::changes, null, "onUnknown"),
    /** How the service is reached. */
    CONNECTION(
            OptionFamily::makesCalls,
            null,
            "baseUrl",
            "allowInsecureHttp",
            "apiKey",
            "apiKeyId",
            "accountKey",
            "whatsappNumberId",
            "connectTimeout",
            "responseTimeout",
            "totalTimeout",
            "maxInFlight",
            "acquireTimeout",
            "requestsPerSecond",
            "maxAttempts",
            "maxResponseSize",
            "sslContextParameters",
            "proxyHost",
            "proxyPort",
            "proxyUsername",
            "proxyPassword"),
    /** Which events are wanted, and how each comes once. */
    CONSUMER(EndpointOptions::receives, null, "events", "inbox", "subscriptionName"),
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
            "verifyToken",
            "maxPayloadSize",
            "bodyTimeout",
            "maxEventAge",
            "httpServer",
            "autoRegister",
            "publicUrl",
            "unregisterOnStop"),
    /** How events are asked for. Most of these are Camel's own. */
    POLL(
            PollOptions.POLL::equals,
            "scheduler.",
            "overlap",
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
            "repeatCount"),
    /** What Camel gives every endpoint, and takes from it before it is asked for. */
    CAMEL(operation -> true, null, "lazyStartProducer", "bridgeErrorHandler", "exceptionHandler", "exchangePattern");

    private static final Set<ParameterType> PHONE_TYPES = EnumSet.of(ParameterType.PHONE, ParameterType.PHONES);
    private static final Map<String, String> BY_SPELLING = Arrays.stream(values())
            .flatMap(family -> family.names.stream())
            .collect(Collectors.toMap(OptionFamily::plain, name -> name, (one, same) -> one, TreeMap::new));

    private final Predicate<String> operations;
    private final String prefix;
    private final List<String> names;

    /** @param prefix what the names of further options begin with; null when there are none */
    OptionFamily(Predicate<String> operations, String prefix, String... names) {
        this.operations = operations;
        this.prefix = prefix;
        this.names = List.of(names);
    }

    /**
     * The name of the option that is meant by a spelling. Camel knows <code>apiKey</code>, <code>api-key</code> and
     * <code>APIKEY</code> as one option, so whoever judges options by their names must, too.
     */
    public static Optional<String> named(String spelling) {
        for (OptionFamily family : values()) {
            if (family.prefix != null
                    && spelling.length() > family.prefix.length()
                    && spelling.regionMatches(true, 0, family.prefix, 0, family.prefix.length())) {
                return Optional.of(family.prefix + spelling.substring(family.prefix.length()));
            }
        }
        return Optional.ofNullable(BY_SPELLING.get(plain(spelling)));
    }

    private static String plain(String spelling) {
        return spelling.replace("-", "").toLowerCase(Locale.ROOT);
    }

    /** Whether an operation takes an option, which is given by its name. */
    static boolean isTaken(String option, String operation) {
        return Stream.of(values()).anyMatch(family -> family.contains(option) && family.isTakenBy(operation));
    }

    public boolean contains(String option) {
        return names.contains(option) || (prefix != null && option.startsWith(prefix));
    }

    boolean isTakenBy(String operation) {
        return operations.test(operation);
    }

    private static boolean isCall(String operation) {
        return operation.equals(EndpointOptions.REQUEST)
                || Operation.named(operation)
                        .filter(entry -> !entry.takesMessage())
                        .isPresent();
    }

    private static boolean isJournaled(String operation) {
        return SEND.isTakenBy(operation)
                || JournalProducer.handles(operation)
                || operation.equals(JournalReconcileProducer.OPERATION);
    }

    private static boolean makesCalls(String operation) {
        return !JournalProducer.handles(operation);
    }

    private static boolean changes(String operation) {
        return operation.equals(EndpointOptions.REQUEST)
                || operation.equals(EndpointOptions.WEBHOOK)
                || Operation.named(operation).filter(entry -> !entry.reads()).isPresent();
    }

    private static boolean takesPhones(String operation) {
        return Operation.named(operation)
                .filter(entry -> entry.takesMessage()
                        || entry.parameters().stream().anyMatch(parameter -> PHONE_TYPES.contains(parameter.type())))
                .isPresent();
    }
}
