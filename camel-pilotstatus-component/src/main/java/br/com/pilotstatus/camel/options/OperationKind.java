/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.options;

import br.com.pilotstatus.camel.api.Operation;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What the operation of an endpoint amounts to: which role of Camel plays it, and which options it takes. */
public enum OperationKind {
    /** Sends a message. */
    SEND(Operation.SEND.operationName()),
    /** Any other call of the table; the kind of many operations. */
    CALL(null),
    /** A call of any path. */
    REQUEST("request"),
    /** Fetches the media of an event. */
    MEDIA_DOWNLOAD("media-download", "mediaLink", "mediaId", "phoneNumberId"),
    /** Lists the sends that the journal does not know the outcome of. */
    JOURNAL_LIST("journal-list", "limit"),
    /** Decides one of them. */
    JOURNAL_RESOLVE("journal-resolve", "messageId", "outcome"),
    /** Asks the service about them. */
    JOURNAL_RECONCILE("journal-reconcile"),
    /** Receives events. */
    WEBHOOK("webhook"),
    /** Asks for events. */
    POLL("poll");

    /** The names of all operations, for editors, which read them from an annotation; a test says what is to be written here. */
    public static final String OPERATIONS =
            "send,status,cancel,messages-history,messages-group,messages-unread,messages-opt-in,"
                    + "conversations-list,templates-list,templates-get,templates-create,templates-update,"
                    + "templates-delete,groups-list,groups-get,groups-create,groups-participants-add,"
                    + "groups-participants-remove,newsletters-list,media-get,analytics-dashboard,calls-list,"
                    + "calls-get,calls-start,calls-pre-accept,calls-accept,calls-reject,calls-terminate,"
                    + "calls-play,calls-session,calls-settings-get,calls-settings-update,calls-permissions-get,"
                    + "calls-permissions-request,numbers-list,numbers-get,numbers-create,numbers-meta-create,"
                    + "numbers-update,numbers-delete,numbers-connect,numbers-status,numbers-logout,numbers-check,"
                    + "numbers-remote-pairing,numbers-upgrade-to-dual,pairing-get,pairing-connect,pairing-status,"
                    + "api-keys-list,api-keys-regenerate,api-keys-rotate,webhooks-list,webhooks-get,"
                    + "webhooks-create,webhooks-update,webhooks-delete,webhooks-logs,branding-get,"
                    + "branding-update,subscription-numbers-preview,subscription-numbers-buy,"
                    + "subscription-numbers-release,billing-checkout,embed-sessions-create,projects-list,"
                    + "projects-create,referrals-list,request,media-download,journal-list,journal-resolve,"
                    + "journal-reconcile,webhook,poll";

    private static final Set<OperationKind> CONSUMERS = EnumSet.of(WEBHOOK, POLL);
    private static final Set<OperationKind> JOURNAL_ONLY = EnumSet.of(JOURNAL_LIST, JOURNAL_RESOLVE);

    private final String operation;
    private final List<String> parameters;

    OperationKind(String operation, String... parameters) {
        this.operation = operation;
        this.parameters = List.of(parameters);
    }

    /** The kind of an operation; empty when there is none of that name. */
    public static Optional<OperationKind> named(String operation) {
        return Arrays.stream(values())
                .filter(kind -> operation.equals(kind.operation))
                .findFirst()
                .or(() -> Operation.named(operation).map(entry -> CALL));
    }

    /**
     * The kind of an operation.
     *
     * @throws IllegalArgumentException when there is none of that name; says which there are
     */
    public static OperationKind of(String operation) {
        return named(operation)
                .orElseThrow(() -> new IllegalArgumentException("There is no operation '" + operation + "'. Producers: "
                        + Operation.names() + ", " + names(EnumSet.complementOf(EnumSet.of(SEND, CALL, WEBHOOK, POLL)))
                        + ". Consumers: " + names(CONSUMERS)));
    }

    private static String names(Set<OperationKind> kinds) {
        return kinds.stream().map(OperationKind::operationName).collect(Collectors.joining(", "));
    }

    /** The name of the operation that is of this kind; null when there are many. */
    public String operationName() {
        return operation;
    }

    /** The names of the parameters that the operation of this kind takes, as far as it is no call of the table. */
    public List<String> parameters() {
        return parameters;
    }

    /** Whether events come by it. */
    public boolean receives() {
        return CONSUMERS.contains(this);
    }

    /** Whether it never asks the service, but the journal only. */
    public boolean asksJournalOnly() {
        return JOURNAL_ONLY.contains(this);
    }
}
