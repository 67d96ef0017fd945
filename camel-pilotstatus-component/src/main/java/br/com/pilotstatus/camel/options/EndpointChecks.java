/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.options;

import br.com.pilotstatus.camel.OnUnknown;
import br.com.pilotstatus.camel.PagesAs;
import br.com.pilotstatus.camel.PilotStatusCallConfiguration;
import br.com.pilotstatus.camel.PilotStatusConfiguration;
import br.com.pilotstatus.camel.PilotStatusReceiveConfiguration;
import br.com.pilotstatus.camel.PilotStatusSendConfiguration;
import br.com.pilotstatus.camel.ResultIn;
import br.com.pilotstatus.camel.event.EventFilter;
import br.com.pilotstatus.camel.value.MediaKinds;
import br.com.pilotstatus.camel.value.ValueExpression;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Collection;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What must hold of all options of an endpoint before it starts, by what its operation is.
 *
 * @param own names of the options that the endpoint has itself, and not from the component
 */
public record EndpointChecks(
        String operation,
        PilotStatusConfiguration connection,
        PilotStatusSendConfiguration send,
        PilotStatusCallConfiguration call,
        PilotStatusReceiveConfiguration receive,
        Collection<String> own) {

    private static final Logger LOG = LoggerFactory.getLogger(EndpointChecks.class);

    /**
     * Fails when an option is missing, does not fit the operation or the others, or is not safe. Takes the keys of the
     * component from an endpoint that leads elsewhere.
     *
     * @param asksForToken whether deliveries are asked for the token, which is told to the service
     */
    public void check(PilotStatusConfiguration component, boolean asksForToken, int backoffMultiplier) {
        KeysAtHome keys = new KeysAtHome(component, connection, own);
        keys.keep();
        ConnectionOptions.check(connection);
        requireEffect();
        keys.requireOwn(operation, receive.isAutoRegister() && asksForToken);
        requireFit(backoffMultiplier);
    }

    /** Fails when an option was given that has no effect beside the others. */
    private void requireEffect() {
        if (own.contains("maxItems") && call.getPages() == PagesAs.ONE) {
            throw new IllegalArgumentException("The option maxItems has no effect without pages=all or pages=iterator");
        }
        if (call.getPages() != PagesAs.ONE && call.getResult() == ResultIn.HEADERS) {
            requireNone("with result=headers, which no list fits into", "pages"::equals);
        }
        if (call.isConfirm() && !EndpointOptions.operation(operation, call).irreversible()) {
            throw new IllegalArgumentException(
                    "The operation '" + operation + "' needs no confirmation: leave the option confirm out");
        }
        if (connection.getOnUnknown() == OnUnknown.RETRY && connection.getMaxAttempts() == 1) {
            requireNone("with maxAttempts=1", "onUnknown"::equals);
        }
        if (!call.isThrowExceptionOnFailure()) {
            requireNone("with throwExceptionOnFailure=false, which no redelivery follows", "retryAfterHeader"::equals);
        }
        if (kind() == OperationKind.WEBHOOK) {
            requireWebhookEffect();
        }
    }

    private void requireWebhookEffect() {
        // Where the way is named, what sets up another is refused by that name.
        if (connection.getSecret() == null && connection.getVerify() == null) {
            requireNone("without secret", "signatureHeader"::equals);
        }
        if (!own.contains("autoRegister")) {
            requireNone(
                    "without autoRegister=true",
                    "publicUrl"::equals,
                    "unregisterOnStop"::equals,
                    OptionFamily.CONNECTION::contains,
                    OptionFamily.CHANGING::contains);
        }
    }

    @SafeVarargs
    private void requireNone(String why, Predicate<String>... idle) {
        EndpointOptions.requireNone(own, why, idle);
    }

    private OperationKind kind() {
        return OperationKind.of(operation);
    }

    /** Fails when the options do not make up what the operation needs. */
    private void requireFit(int backoffMultiplier) {
        switch (kind()) {
            case SEND, CALL, REQUEST -> {
                checkSend();
                EndpointOptions.checkCall(EndpointOptions.operation(operation, call), connection, call);
            }
            case MEDIA_DOWNLOAD -> checkMediaDownload();
            case JOURNAL_LIST, JOURNAL_RESOLVE -> checkJournal();
            case JOURNAL_RECONCILE -> checkReconcile();
            case WEBHOOK -> {
                EventFilter.check(connection.getEvents());
                ConnectionOptions.checkRegistration(connection, receive);
            }
            case POLL -> {
                EventFilter.check(connection.getEvents());
                PollOptions.requireEffect(backoffMultiplier, own);
                PollOptions.check(connection, receive);
            }
        }
    }

    private void checkSend() {
        ConnectionOptions.requirePositive("maxMediaSize", send.getMaxMediaSize());
        String kind = send.getMediaType();
        if (send.isValidate() && kind != null && !ValueExpression.isExpression(kind) && !MediaKinds.isKind(kind)) {
            throw new IllegalArgumentException("The option mediaType " + MediaKinds.RULE);
        }
        try {
            if (send.getTimeZone() != null) {
                ZoneId.of(send.getTimeZone());
            }
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("The option timeZone must be a zone such as America/Sao_Paulo", e);
        }
    }

    private void checkMediaDownload() {
        ConnectionOptions.requirePositive("maxMediaSize", send.getMaxMediaSize());
        requireKnownParameters();
        if (call.getResult() == ResultIn.HEADERS) {
            throw new IllegalArgumentException(
                    "The operation '" + operation + "' puts the media into the body: leave the option result out");
        }
    }

    private void checkJournal() {
        requireKnownParameters();
        boolean resolves = kind() == OperationKind.JOURNAL_RESOLVE;
        if (resolves != (call.getId() != null) || (resolves && !call.getParams().containsKey("outcome"))) {
            throw new IllegalArgumentException(
                    resolves
                            ? "The operation 'journal-resolve' needs the options id and param.outcome"
                            : "The operation 'journal-list' does not take the option id");
        }
    }

    private void requireKnownParameters() {
        EndpointOptions.requireParameters(operation, call.getParams().keySet(), kind().parameters());
    }

    private void checkReconcile() {
        ConnectionOptions.requireKey(connection);
        if (call.getSettleAfter() < 0) {
            throw new IllegalArgumentException("The option settleAfter must not be negative");
        }
        if (call.getSettleAfter() < connection.getTotalTimeout()) {
            LOG.warn("settleAfter is shorter than totalTimeout, so a send that is still under way may be decided");
        }
    }
}
