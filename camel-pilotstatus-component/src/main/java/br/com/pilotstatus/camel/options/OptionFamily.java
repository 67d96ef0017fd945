/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.options;

import br.com.pilotstatus.camel.api.Operation;
import br.com.pilotstatus.camel.api.ParameterType;
import br.com.pilotstatus.camel.model.CommaText;
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
    SEND(EnumSet.of(OperationKind.SEND), "variables.", """
            to, groupId, newsletterId, templateId, variables, text, media, mediaType, fileName, caption,
            buttons, header, footer, deliverAt, deliverUntil, labels, markRead, aiRewriteEnabled, bodyAs,
            maxMediaSize, timeZone, validate, idempotencyKey"""),
    /** What any other call is about. */
    CALL(
            EnumSet.of(OperationKind.CALL, OperationKind.REQUEST),
            "param.",
            "id, params, confirm, pages, maxItems, validate"),
    /** The call of any path. */
    FREE_CALL(EnumSet.of(OperationKind.REQUEST), "", "method, requestPath"),
    /** Which media is fetched, and from where. */
    MEDIA_DOWNLOAD(EnumSet.of(OperationKind.MEDIA_DOWNLOAD), "param.", "params, maxMediaSize, allowPrivateAddresses"),
    /** What is asked of the journal. */
    JOURNAL(EnumSet.of(OperationKind.JOURNAL_LIST, OperationKind.JOURNAL_RESOLVE), "param.", "id, params"),
    /** What is made of undecided sends. */
    RECONCILE(EnumSet.of(OperationKind.JOURNAL_RECONCILE), "", "absent, settleAfter, retryAfterHeader"),
    /** Where sends are remembered. */
    JOURNALED(
            EnumSet.of(
                    OperationKind.SEND,
                    OperationKind.JOURNAL_LIST,
                    OperationKind.JOURNAL_RESOLVE,
                    OperationKind.JOURNAL_RECONCILE),
            "",
            "journal"),
    /** How a call is made, and what a route hears of it. */
    PRODUCER(
            EnumSet.of(OperationKind.SEND, OperationKind.CALL, OperationKind.REQUEST, OperationKind.MEDIA_DOWNLOAD),
            "",
            "result, maxRequestSize, retryAfterHeader"),
    /** Whether a failure is thrown. */
    FAILING(EnumSet.complementOf(EnumSet.of(OperationKind.WEBHOOK, OperationKind.POLL)), "", "throwExceptionOnFailure"),
    /** How phone numbers are read. */
    PHONES(EnumSet.of(OperationKind.SEND, OperationKind.CALL), OptionFamily::takesPhones, "", "defaultRegion"),
    /** What becomes of a call that may have happened. */
    CHANGING(
            EnumSet.of(OperationKind.SEND, OperationKind.CALL, OperationKind.REQUEST, OperationKind.WEBHOOK),
            entry -> !entry.reads(),
            "",
            "onUnknown"),
    /** How the service is reached. */
    CONNECTION(EnumSet.complementOf(EnumSet.of(OperationKind.JOURNAL_LIST, OperationKind.JOURNAL_RESOLVE)), "", """
            baseUrl, allowInsecureHttp, apiKey, apiKeyId, accountKey, whatsappNumberId, connectTimeout,
            responseTimeout, totalTimeout, maxInFlight, acquireTimeout, requestsPerSecond, maxAttempts,
            maxResponseSize, sslContextParameters, proxyHost, proxyPort, proxyUsername, proxyPassword"""),
    /** Which events are wanted, and how each comes once. */
    CONSUMER(EnumSet.of(OperationKind.WEBHOOK, OperationKind.POLL), "", "events, inbox, subscriptionName"),
    /** How events are sent here. */
    WEBHOOK(EnumSet.of(OperationKind.WEBHOOK), "", """
            path, verify, token, secret, signatureHeader, verifier, verifyToken, maxPayloadSize,
            bodyTimeout, maxEventAge, httpServer, autoRegister, publicUrl, unregisterOnStop"""),
    /** How events are asked for. Most of these are Camel's own. */
    POLL(EnumSet.of(OperationKind.POLL), "scheduler.", """
            overlap, startScheduler, initialDelay, delay, timeUnit, useFixedDelay, pollStrategy,
            runLoggingLevel, sendEmptyMessageWhenIdle, greedy, scheduler, schedulerProperties,
            scheduledExecutorService, backoffMultiplier, backoffIdleThreshold, backoffErrorThreshold,
            repeatCount"""),
    /** What Camel gives every endpoint, and takes from it before it is asked for. */
    CAMEL(
            EnumSet.allOf(OperationKind.class),
            "",
            "lazyStartProducer, bridgeErrorHandler, exceptionHandler, exchangePattern");

    private static final Set<ParameterType> PHONE_TYPES = EnumSet.of(ParameterType.PHONE, ParameterType.PHONES);
    private static final Map<String, String> BY_SPELLING = Arrays.stream(values())
            .flatMap(family -> family.names.stream())
            .collect(Collectors.toMap(OptionFamily::plain, name -> name, (one, same) -> one, TreeMap::new));

    private final Set<OperationKind> kinds;
    private final Predicate<Operation> entries;
    private final String prefix;
    private final List<String> names;

    /**
     * @param prefix what the names of further options begin with; empty when there are none
     * @param names  separated by commas
     */
    OptionFamily(Set<OperationKind> kinds, String prefix, String names) {
        this(kinds, entry -> true, prefix, names);
    }

    /** @param entries which calls of the table take them, of those kinds that are in the table */
    OptionFamily(Set<OperationKind> kinds, Predicate<Operation> entries, String prefix, String names) {
        this.kinds = kinds;
        this.entries = entries;
        this.prefix = prefix;
        this.names = CommaText.names(names);
    }

    /**
     * The name of the option that is meant by a spelling. Camel knows <code>apiKey</code>, <code>api-key</code> and
     * <code>APIKEY</code> as one option, so whoever judges options by their names must, too.
     */
    public static Optional<String> named(String spelling) {
        for (OptionFamily family : values()) {
            if (!family.prefix.isEmpty()
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

    /** Whether an operation, of a kind, takes an option, which is given by its name. */
    static boolean isTaken(String option, OperationKind kind, String operation) {
        Optional<Operation> entry = Operation.named(operation);
        return Stream.of(values()).anyMatch(family -> family.contains(option) && family.isTakenBy(kind, entry));
    }

    public boolean contains(String option) {
        return names.contains(option) || (!prefix.isEmpty() && option.startsWith(prefix));
    }

    private boolean isTakenBy(OperationKind kind, Optional<Operation> entry) {
        return kinds.contains(kind) && entry.map(entries::test).orElse(true);
    }

    private static boolean takesPhones(Operation entry) {
        return entry.takesMessage()
                || entry.parameters().stream().anyMatch(parameter -> PHONE_TYPES.contains(parameter.type()));
    }
}
