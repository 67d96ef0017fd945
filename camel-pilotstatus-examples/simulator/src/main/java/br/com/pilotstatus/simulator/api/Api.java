/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.api;

import br.com.pilotstatus.simulator.api.account.AccountOperations;
import br.com.pilotstatus.simulator.api.calls.CallOperations;
import br.com.pilotstatus.simulator.api.conversations.ConversationOperations;
import br.com.pilotstatus.simulator.api.groups.GroupOperations;
import br.com.pilotstatus.simulator.api.media.MediaOperations;
import br.com.pilotstatus.simulator.api.messages.MessageOperations;
import br.com.pilotstatus.simulator.api.numbers.NumberOperations;
import br.com.pilotstatus.simulator.api.operation.ApiOperation;
import br.com.pilotstatus.simulator.api.templates.TemplateOperations;
import br.com.pilotstatus.simulator.api.webhooks.WebhookOperations;
import br.com.pilotstatus.simulator.contract.OpenApiDocument;
import br.com.pilotstatus.simulator.contract.OperationSpec;
import br.com.pilotstatus.simulator.contract.RequestValidator;
import br.com.pilotstatus.simulator.http.ApiException;
import br.com.pilotstatus.simulator.life.Lifecycle;
import br.com.pilotstatus.simulator.state.BoundedLog;
import br.com.pilotstatus.simulator.state.WebhookAttempt;
import br.com.pilotstatus.simulator.state.World;
import br.com.pilotstatus.simulator.webhook.WebhookDispatcher;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** All operations of the document, each with its handler, or with one that says it is not simulated. */
public final class Api {

    private final Map<String, ApiEndpoint> endpoints = new LinkedHashMap<>();

    public Api(
            OpenApiDocument document,
            World world,
            Lifecycle lifecycle,
            WebhookDispatcher dispatcher,
            BoundedLog<WebhookAttempt> attempts) {
        Map<String, ApiOperation> handlers = handlers(world, lifecycle, dispatcher, attempts);
        for (OperationSpec spec : document.operations()) {
            ApiOperation handler = handlers.get(spec.id());
            RequestValidator validator =
                    handler != null && spec.requestSchema() != null ? new RequestValidator(document, spec) : null;
            endpoints.put(spec.id(), new ApiEndpoint(spec, world, handler != null ? handler : absent(spec), validator));
        }
    }

    /** The operation ids of the document. */
    public Set<String> operationIds() {
        return endpoints.keySet();
    }

    Map<String, ApiEndpoint> endpoints() {
        return endpoints;
    }

    private static Map<String, ApiOperation> handlers(
            World world, Lifecycle lifecycle, WebhookDispatcher dispatcher, BoundedLog<WebhookAttempt> attempts) {
        Map<String, ApiOperation> handlers = new HashMap<>();
        handlers.putAll(MessageOperations.of(world, lifecycle));
        handlers.putAll(ConversationOperations.of(world));
        handlers.putAll(MediaOperations.of(world));
        handlers.putAll(TemplateOperations.of(world));
        handlers.putAll(GroupOperations.of(world));
        handlers.putAll(CallOperations.of(world, dispatcher));
        handlers.putAll(NumberOperations.of(world, dispatcher));
        handlers.putAll(AccountOperations.of(world));
        handlers.putAll(WebhookOperations.of(world, attempts));
        return handlers;
    }

    private static ApiOperation absent(OperationSpec spec) {
        return call -> {
            throw new ApiException(404, "NOT_SIMULATED", "The simulator does not have the operation " + spec.id());
        };
    }
}
