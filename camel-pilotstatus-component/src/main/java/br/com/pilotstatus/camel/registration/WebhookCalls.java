/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.registration;

import br.com.pilotstatus.camel.api.Answers;
import br.com.pilotstatus.camel.api.ApiRequest;
import br.com.pilotstatus.camel.api.ApiResponse;
import br.com.pilotstatus.camel.api.Operation;
import br.com.pilotstatus.camel.api.RequestFactory;
import br.com.pilotstatus.camel.error.PilotStatusNotFoundException;
import br.com.pilotstatus.camel.model.Json;
import br.com.pilotstatus.camel.model.Webhook;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The calls about webhooks, for one number. Reads the full addresses, which the public calls do not show. */
public final class WebhookCalls {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookCalls.class);

    private static final String CONTAINER = "webhooks";

    private final RequestFactory requests;
    private final Function<ApiRequest, ApiResponse> caller;
    private final String numberId;

    /**
     * @param caller   makes a call and waits for its end; fails with a PilotStatusException
     * @param numberId the number to act for, or null for the number of the key
     */
    public WebhookCalls(RequestFactory requests, Function<ApiRequest, ApiResponse> caller, String numberId) {
        this.requests = requests;
        this.caller = caller;
        this.numberId = numberId;
    }

    List<RegisteredWebhook> list() {
        byte[] body = call(Operation.WEBHOOKS_LIST, Map.of()).body();
        if (body == null) {
            throw unreadable();
        }
        try {
            JsonNode answer = Json.read(body);
            JsonNode webhooks = answer.has(CONTAINER) ? answer.get(CONTAINER) : answer;
            return List.of(Json.mapper().treeToValue(webhooks, RegisteredWebhook[].class));
        } catch (JacksonException e) {
            // Without the cause, whose text may quote an address.
            throw unreadable();
        }
    }

    /** The id of the new webhook; null when the answer does not tell. */
    String create(String name, Subscription wanted) {
        Map<String, Object> values = new HashMap<>();
        values.put("name", name);
        values.put("url", wanted.url());
        values.put("events", wanted.events());
        values.put("active", true);
        values.put("whatsappNumberId", numberId);
        Object answer = Answers.read(Operation.WEBHOOKS_CREATE, call(Operation.WEBHOOKS_CREATE, values));
        return answer instanceof Webhook webhook ? webhook.id() : null;
    }

    void update(String id, Map<String, Object> changes) {
        Map<String, Object> values = new HashMap<>(changes);
        values.put("id", id);
        call(Operation.WEBHOOKS_UPDATE, values);
    }

    /** Removes a webhook; one that is gone already is no error. */
    void delete(String id) {
        try {
            call(Operation.WEBHOOKS_DELETE, Map.of("id", id));
        } catch (PilotStatusNotFoundException e) {
            // Another node, or somebody by hand, was faster.
            LOG.debug("Webhook {} was gone already", id);
        }
    }

    private ApiResponse call(Operation operation, Map<String, Object> values) {
        return caller.apply(requests.call(operation, values, numberId));
    }

    private static IllegalStateException unreadable() {
        return new IllegalStateException("The list of webhooks cannot be read");
    }
}
